# R's survey on the same file as Pulso: Rscript survey.R items|values FILE SHARE
# It is asked for one SHARE-th of the questions, and prints times in milliseconds and numbers, divided by tabs.

if (!suppressMessages(require(survey, quietly = TRUE))) quit(status = 3)
arguments <- commandArgs(trailingOnly = TRUE)
share <- as.integer(arguments[3])
ms <- function(work) 1000 * system.time(work)[["elapsed"]]
said <- function(key, value) cat("said\t", key, "\t", value, "\n", sep = "")
number <- function(key, estimate, se) cat(sprintf("number\t%s\t%.17g\t%.17g\n", key, estimate, se), sep = "")

read <- ms(data <- read.csv(arguments[2], stringsAsFactors = FALSE))
replicates <- paste0("rep", 1:80)
weights <- as.matrix(data[replicates])
answers <- data[setdiff(names(data), replicates)]
make <- function() svrepdesign(
  data = answers, weights = ~weight, repweights = weights, type = "Fay", rho = 0.5,
  combined.weights = TRUE, mse = TRUE
)

if (arguments[1] == "items") {
  items <- setdiff(names(answers), c("country_iso3", "weight"))
  asked <- head(items, length(items) / share)
  answers[asked] <- lapply(answers[asked], factor)
  design <- ms(design_of <- make())
  found <- list()
  ask <- ms(for (item in asked) found[[item]] <- svymean(reformulate(item), design_of, na.rm = TRUE))
  for (item in asked) {
    number(paste(item, sub(item, "", names(found[[item]]))), coef(found[[item]]), SE(found[[item]]))
  }
} else {
  values <- grep("^PV", names(answers), value = TRUE)
  asked <- head(values, length(values) / share)
  design <- ms(design_of <- make())
  found <- list()
  ask <- ms(for (value in asked) {
    found[[value]] <- svyby(reformulate(value), ~country_iso3, design_of, svymean)
  })
  for (value in asked) {
    number(paste(value, found[[value]]$country_iso3), coef(found[[value]]), SE(found[[value]]))
  }
}
said("r", paste(R.version$major, R.version$minor, sep = "."))
said("survey", as.character(packageVersion("survey")))
said("read", read)
said("design", design)
said("ask", ask)
