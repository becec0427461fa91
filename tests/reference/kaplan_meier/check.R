# Stops where R's survival finds another curve than reference.json says: Rscript check.R, in this folder.
library(survival)
reference <- jsonlite::fromJSON("reference.json")
for (name in names(reference$data)) {
  data <- reference$data[[name]]
  fit <- survfit(Surv(data$observed[, 1], data$observed[, 2]) ~ 1, conf.type = "log-log")
  kept <- fit$n.event > 0
  theirs <- cbind(fit$time, fit$n.risk, fit$surv, fit$std.err * fit$surv, fit$lower, fit$upper)[kept, ]
  theirs[fit$surv[kept] == 0, 4:6] <- NA
  stopifnot(isTRUE(all.equal(unname(theirs), data$curve, tolerance = 1e-12)))
  half <- min(fit$time[fit$surv <= 0.5 + 1e-9])
  stopifnot(half == data$median)
  cat(name, "agrees with survival", as.character(packageVersion("survival")), "\n")
}
