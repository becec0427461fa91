// Made from www/data/pulso.schema.json (28d5f602187d851f) by xtask/schema.mjs: change the Rust types instead.

/**
 * A text: one string, or one for each language.
 */
export type Text =
  | string
  | {
      [k: string]: string;
    };
/**
 * How records came into the sample.
 */
export type Basis = 'probability' | 'census' | 'self_selected';
/**
 * A study whose design is known.
 */
export type Preset = 'pisa' | 'talis_teacher' | 'talis_principal' | 'timss' | 'pirls' | 'iccs' | 'erce_2019';
/**
 * A value as the data hold it: a number or a text. `3` and `"3"` are the same code.
 */
export type Code = number | string;
/**
 * How far a scale means the same in every country: what was found of its measurement invariance.
 */
export type Comparability = 'scalar' | 'metric' | 'configural' | 'unknown';
/**
 * The variable of a query: its name alone, or with the answers that count.
 */
export type Of =
  | string
  | {
      /**
       * Name of a column or of a derived variable.
       */
      variable: string;
      is?: Code[];
    };
/**
 * How a quantile is read off between two records.
 */
export type QuantileRule = 'math' | 'school' | 'hf7' | 'oecd';
/**
 * A test that two variables are independent.
 */
export type IndependenceTest = 'rao_scott' | 'adjusted_wald';
/**
 * What a regression takes its outcome for.
 */
export type Family = 'gaussian' | 'logit';
/**
 * A measure of a network.
 */
export type Measure =
  'degree' | 'strength' | 'betweenness' | 'density' | 'transitivity' | 'components' | 'ei_index' | 'blau';
/**
 * How the interval of a proportion is made.
 */
export type IntervalMethod = 'logit' | 'mean' | 'beta' | 'wilson';
/**
 * A named rule of suppression.
 */
export type SuppressRule = 'none' | 'nchs' | 'statcan' | 'talis' | 'talis_teacher' | 'pisa' | 'dhs';
/**
 * The kind of a chart.
 */
export type ChartKind =
  | 'ranking'
  | 'grouped_bars'
  | 'likert'
  | 'heatmap'
  | 'tile_map'
  | 'map'
  | 'timeline'
  | 'adoption'
  | 'theory'
  | 'leverage'
  | 'network'
  | 'table'
  | 'trend'
  | 'slope'
  | 'dumbbell'
  | 'distribution'
  | 'scatter'
  | 'small_multiples';
/**
 * A line to compare with.
 */
export type Reference = string | number;

/**
 * A Pulso document, version 1. Unknown fields are refused: a misspelt option must not pass as a default.
 */
export interface Document {
  /**
   * Version of the format: 1.
   */
  pulso: number;
  /**
   * What the document is about.
   */
  title?: Text | null;
  /**
   * The language and number habits it opens in.
   */
  locale?: string;
  /**
   * What to read.
   */
  datasets?: Dataset[];
  /**
   * Variables derived from columns, once, by name.
   */
  variables?: DerivedVariable[];
  /**
   * What to compute.
   */
  queries?: Query[];
  /**
   * The theory of change that the results are held against.
   */
  theory?: Theory | null;
  /**
   * What to draw.
   */
  charts?: Spec[];
  /**
   * Colours and logo of whoever publishes.
   */
  brand?: Brand | null;
  /**
   * The report: blocks in reading order.
   */
  report?: Block[];
}
/**
 * What to read, and what it is.
 */
export interface Dataset {
  /**
   * Name by which queries call it.
   */
  id: string;
  /**
   * What its rows are.
   */
  kind: 'survey' | 'policy_events' | 'indicators' | 'network';
  /**
   * A file beside the document, a dropped file, or an https address.
   */
  source: string;
  /**
   * The codebook's file (JSON).
   */
  codebook?: string | null;
  /**
   * The taxonomy's file (JSON): dimensions and stages of policy events.
   */
  taxonomy?: string | null;
  /**
   * `network`: the file of the ties: `from, to`, and `weight` where they have one.
   */
  ties?: string | null;
  /**
   * `network`: whether ties have a direction.
   */
  directed?: boolean;
  /**
   * `network`: whether the list of members may be shown by name. Without it members are numbers: a list of persons is microdata.
   */
  public?: boolean;
  /**
   * How the records came into the sample. Required for a survey: no error figure is right without it.
   */
  basis?: Basis | null;
  /**
   * The column that holds the country, in any usual coding.
   */
  country?: string | null;
  /**
   * Alpha-3 codes for what stands in that column and is no usual name: `{"Región Sur": "CHL"}`.
   */
  countries?: {
    [k: string]: string;
  };
  /**
   * Weights, strata and clusters.
   */
  design?: Design | null;
  /**
   * Codes that are no answer, by column; `*` for every column.
   */
  missing?: {
    [k: string]: Code[];
  };
  /**
   * Answers that are absent for a reason. It stays with those who hold the data: no publication carries it.
   */
  absent?: Absence[] | null;
  /**
   * How to cite the source.
   */
  cite?: Text | null;
  /**
   * Terms under which the data may be used.
   */
  licence?: Text | null;
  /**
   * When the data were collected: `2019`, `2019-06`, `2019-06-30`.
   */
  date?: string | null;
}
/**
 * The survey design as the document declares it.
 */
export interface Design {
  /**
   * Column of the sampling weight; every record weighs 1 without one.
   */
  weight?: string | null;
  /**
   * Columns that are crossed into strata.
   */
  strata?: string[];
  /**
   * Columns of cluster ids, one a stage, the primary sampling unit first; each record is its own without one.
   */
  clusters?: string[];
  /**
   * Whether cluster ids repeat across strata.
   */
  nest?: boolean;
  /**
   * Columns of finite population corrections, one a stage: population counts, or sampling fractions of at most 1.
   */
  fpc?: string[];
  /**
   * What to do with a stratum that has a single PSU.
   */
  lonely_psu?: 'fail' | 'remove' | 'certainty' | 'adjust' | 'average';
  /**
   * Replicate weights that the file brings.
   */
  replicates?: Replicates | null;
  /**
   * Replicate weights to be made from strata and clusters.
   */
  replicates_from_design?: ReplicatesFromDesign | null;
  /**
   * A study whose design is known: `pisa`, `erce_2019`. What stands beside it takes its place.
   */
  preset?: Preset | null;
  /**
   * Known totals that the weights are brought to, one step after the other.
   */
  calibrate?: Calibrate[];
}
/**
 * Replicate weights that the file brings, each the whole weight of a record.
 */
export interface Replicates {
  /**
   * Their columns: a pattern such as `SRWGT{1..100}`, or a list of names.
   */
  columns: string | string[];
  /**
   * How they were made.
   */
  method: 'brr' | 'fay' | 'jk1' | 'jkn' | 'jk2' | 'bootstrap' | 'sdr' | 'custom';
  /**
   * `fay`: the factor by which weights were perturbed, from 0 to below 1.
   */
  rho?: number | null;
  /**
   * Factor of every squared deviation, in place of the method's.
   */
  scale?: number | null;
  /**
   * Factor of each replicate's squared deviation, in place of the method's.
   */
  rscales?: number[] | null;
  /**
   * Whether deviations are taken from the full sample's estimate, not from the mean of the replicates.
   */
  mse?: boolean;
  /**
   * Degrees of freedom, where the study declares them.
   */
  df?: number | null;
}
/**
 * Replicate weights made from strata and clusters.
 */
export interface ReplicatesFromDesign {
  /**
   * `jk1`, `jkn`, `jk2`, `brr` or `bootstrap`.
   */
  method: 'brr' | 'fay' | 'jk1' | 'jkn' | 'jk2' | 'bootstrap' | 'sdr' | 'custom';
  /**
   * `bootstrap`: how many; 200 without it.
   */
  replicates?: number | null;
  /**
   * `bootstrap`: where chance starts, 1 without it. The same seed draws the same samples everywhere.
   */
  seed?: number | null;
  /**
   * Whether deviations are taken from the full sample's estimate, not from the mean of the replicates.
   */
  mse?: boolean;
}
/**
 * One step of a calibration: exactly one of its fields.
 */
export interface Calibrate {
  /**
   * Weights are scaled to the known total of each group.
   */
  poststratify?: Margin | null;
  /**
   * Weights are scaled to several margins in turn until all agree.
   */
  rake?: Rake | null;
}
/**
 * Known totals of the groups that some columns make.
 */
export interface Margin {
  /**
   * Columns, crossed.
   */
  by: string[];
  /**
   * Total of each group, by value; values of several columns are joined by ` / `.
   */
  totals: {
    [k: string]: number;
  };
}
/**
 * Several margins.
 */
export interface Rake {
  /**
   * The margins, in the order in which they are met.
   */
  margins: Margin[];
  /**
   * Largest relative miss of a total that passes for met.
   */
  tolerance?: number;
  /**
   * Least and greatest factor between the new weight and the old.
   *
   * @minItems 2
   * @maxItems 2
   */
  trim?: [number, number] | null;
}
/**
 * Records that have no answer to some variables, and why.
 *
 * A query that speaks of such a variable, or of one derived from it, holds these records out, whether it asks about the
 * variable, cuts by it or restricts by it: they are in no number, no count and no average. A cell in which nobody else
 * answered carries the reason.
 */
export interface Absence {
  /**
   * Why.
   */
  reason: 'not_applicable' | 'withdrawn' | 'not_comparable';
  /**
   * Columns and derived variables; all without any.
   */
  variables?: string[];
  where: Condition;
}
/**
 * Of which records. It looks at what stands in the file, whatever is declared absent.
 */
export interface Condition {
  /**
   * Every one holds.
   */
  all?: Condition1[] | null;
  /**
   * At least one holds.
   */
  any?: Condition1[] | null;
  /**
   * It does not hold.
   */
  not?: Condition1 | null;
  /**
   * The variable that is compared.
   */
  variable?: string | null;
  /**
   * Is one of these.
   */
  in?: Code[] | null;
  /**
   * Equals.
   */
  eq?: Code | null;
  /**
   * Differs from.
   */
  ne?: Code | null;
  /**
   * Is less than.
   */
  lt?: number | null;
  /**
   * Is at most.
   */
  le?: number | null;
  /**
   * Is greater than.
   */
  gt?: number | null;
  /**
   * Is at least.
   */
  ge?: number | null;
  /**
   * Is missing, or is not.
   */
  missing?: boolean | null;
}
/**
 * A condition. Exactly one of `all`, `any`, `not` and `variable`; a `variable` with exactly one comparison.
 *
 * A record whose value is missing meets no comparison but `missing`.
 */
export interface Condition1 {
  /**
   * Every one holds.
   */
  all?: Condition1[] | null;
  /**
   * At least one holds.
   */
  any?: Condition1[] | null;
  /**
   * It does not hold.
   */
  not?: Condition1 | null;
  /**
   * The variable that is compared.
   */
  variable?: string | null;
  /**
   * Is one of these.
   */
  in?: Code[] | null;
  /**
   * Equals.
   */
  eq?: Code | null;
  /**
   * Differs from.
   */
  ne?: Code | null;
  /**
   * Is less than.
   */
  lt?: number | null;
  /**
   * Is at most.
   */
  le?: number | null;
  /**
   * Is greater than.
   */
  gt?: number | null;
  /**
   * Is at least.
   */
  ge?: number | null;
  /**
   * Is missing, or is not.
   */
  missing?: boolean | null;
}
/**
 * A variable derived once and used by name. Exactly one of `recode`, `bands`, `index`,
 * `multiple` and `plausible_values` says how.
 */
export interface DerivedVariable {
  /**
   * Its name; it may not be a column's.
   */
  id: string;
  /**
   * The data set it belongs to.
   */
  dataset: string;
  /**
   * What it means.
   */
  label?: Text | null;
  /**
   * New values for old ones.
   */
  recode?: Recode | null;
  /**
   * Mean of several items.
   */
  index?: Index | null;
  /**
   * A question of several answers, a column each.
   */
  multiple?: Multiple | null;
  /**
   * A number cut into bands, 0 below the first cut.
   */
  bands?: Bands | null;
  /**
   * Columns of plausible values, under one name. Every estimate is made of each, and then of all.
   */
  plausible_values?: string[];
  /**
   * `index`: how far its numbers mean the same in every country; `unknown` without it.
   */
  comparability?: Comparability | null;
  /**
   * Labels of its values, by value.
   */
  labels?: {
    [k: string]: Text;
  };
}
/**
 * New values for old ones. Codes that are not named become missing.
 */
export interface Recode {
  /**
   * The column.
   */
  from: string;
  /**
   * New value by old value.
   */
  values: {
    [k: string]: Code;
  };
}
/**
 * The mean of a record's valid items.
 */
export interface Index {
  /**
   * Columns, on one scale.
   */
  items: string[];
  /**
   * Those that run the other way.
   */
  reverse?: string[];
  /**
   * Share of the items that a record must have answered.
   */
  min_share?: number;
  /**
   * Least and greatest value of the items' scale; found from the data's value labels without it.
   *
   * @minItems 2
   * @maxItems 2
   */
  scale?: [number, number] | null;
  /**
   * The scale that the items' range is stretched to.
   *
   * @minItems 2
   * @maxItems 2
   */
  rescale?: [number, number] | null;
}
/**
 * A question of several answers. Each record is in one of four states in each of them: `selected`, `not_selected`, `unanswered`,
 * `not_shown`.
 */
export interface Multiple {
  /**
   * Columns, one an answer.
   */
  items: string[];
  /**
   * Values of a chosen answer.
   */
  selected?: Code[];
  /**
   * Values of an answer that the person was not shown.
   */
  not_shown?: Code[];
  /**
   * Whether a person who chose nothing answered all the same. Many tools write 0 for whoever skipped the question.
   */
  empty_is_an_answer?: boolean;
}
/**
 * Bands of a number, such as the proficiency levels of a study.
 */
export interface Bands {
  /**
   * A column, or a variable of plausible values.
   */
  from: string;
  /**
   * Where bands begin: a value at a cut belongs to the band above it. They rise.
   */
  cuts: number[];
}
/**
 * A question to a data set. Which fields apply depends on `estimate`; `check` says what is missing or out of place.
 */
export interface Query {
  /**
   * Name by which charts and indicators call it.
   */
  id: string;
  /**
   * The data set.
   */
  dataset: string;
  /**
   * What is computed.
   */
  estimate:
    | 'mean'
    | 'total'
    | 'proportion'
    | 'ratio'
    | 'quantile'
    | 'likert'
    | 'variance'
    | 'sd'
    | 'correlation'
    | 'regression'
    | 'independence'
    | 'difference'
    | 'alpha'
    | 'composite'
    | 'count'
    | 'policy_status'
    | 'policy_changes'
    | 'policy_adoption'
    | 'indicator'
    | 'network';
  /**
   * The variable, and for a proportion the answers that count; the code of an `indicator`.
   */
  of?: Of | null;
  /**
   * `ratio`: the variable above the line.
   */
  numerator?: string | null;
  /**
   * `ratio`: the variable below the line.
   */
  denominator?: string | null;
  /**
   * `quantile`: the shares of the population that lie below, each between 0 and 1.
   */
  probs?: number[];
  /**
   * `quantile`: how a quantile is read off between two records; `math` without it.
   */
  rule?: QuantileRule | null;
  /**
   * `correlation`, `independence`: two variables.
   */
  variables?: string[];
  /**
   * `independence`: which test; `rao_scott` without it.
   */
  test?: IndependenceTest | null;
  /**
   * `regression`: `gaussian` or `logit`.
   */
  family?: Family | null;
  /**
   * `regression`: the variable that is explained; 0 and 1 for `logit`.
   */
  outcome?: Of | null;
  /**
   * `regression`: the variables that explain. Those of texts, or with value labels, enter by category against the first.
   */
  terms?: string[];
  /**
   * `difference`: two queries of the document; the first less the second.
   */
  queries?: string[];
  /**
   * `composite`: what the index is made of, and how.
   */
  composite?: Composite | null;
  /**
   * `likert`, `alpha`: the items of the battery.
   */
  items?: string[];
  /**
   * `likert`: answers that agree.
   */
  positive?: Code[];
  /**
   * `likert`: answers in between.
   */
  neutral?: Code[];
  /**
   * `likert`: answers that disagree.
   */
  negative?: Code[];
  /**
   * `policy_status`: dates on which the status is asked for. `indicator`: periods, or `latest`.
   */
  on?: string[];
  /**
   * `policy_changes`, `policy_adoption`: the first day that counts; that of the first event without it.
   */
  from?: string | null;
  /**
   * `policy_changes`, `policy_adoption`: the last day that counts; that of the last event without it.
   */
  to?: string | null;
  /**
   * `policy_adoption`: the least stage that counts as having the policy; the second of the scale without it.
   */
  target?: number | null;
  /**
   * Policies: the date as of which they were known; the latest record without it.
   */
  known_on?: string | null;
  /**
   * Policies: the dimension of the taxonomy.
   */
  dimension?: string | null;
  /**
   * `network`: what is measured; everything without it. Degree, strength and betweenness are of each member, the others of the whole;
   * the E-I index and Blau's are of the groups that the first of `by` makes.
   */
  measures?: Measure[];
  /**
   * Variables whose values make the rows; `country` is the data set's country.
   */
  by?: string[];
  /**
   * The domain. Records outside it stay in the design.
   */
  where?: Condition1 | null;
  /**
   * Estimates over countries together, of which one may be half the sample: refused unless it is asked for here.
   */
  pooled?: boolean;
  /**
   * The interval.
   */
  ci?: Interval | null;
  /**
   * Differences to compute.
   */
  compare?: Compare | null;
  /**
   * A regional average over the rows.
   */
  average?: Average | null;
  /**
   * Changes from one wave to the next.
   */
  trend?: Trend | null;
  /**
   * What may be shown.
   */
  suppress?: Suppress | null;
}
/**
 * What an index is made of, and how.
 */
export interface Composite {
  /**
   * What it is made of.
   */
  indicators: CompositeIndicator[];
  /**
   * How indicators are brought to one scale.
   */
  normalisation?: 'min_max' | 'z' | 'rank' | 'goalposts';
  /**
   * How they are put together.
   */
  aggregation?: 'arithmetic' | 'geometric';
  /**
   * Share of the weights that a row must have values for.
   */
  min_share?: number;
  /**
   * Number of simulated surveys from which the intervals come.
   */
  simulations?: number;
  /**
   * Where chance starts. The same seed draws the same surveys everywhere.
   */
  seed?: number;
}
/**
 * One part of an index: the rows of a query.
 */
export interface CompositeIndicator {
  /**
   * The query.
   */
  query: string;
  /**
   * Its item, where it has several.
   */
  item?: string | null;
  /**
   * Its category, where it has several; `net` and `mean` of a Likert battery.
   */
  category?: Code | null;
  /**
   * Which way is better: `up` or `down`.
   */
  direction?: 'up' | 'down' | 'maintain' | 'target';
  /**
   * Its share of the index, against the others'.
   */
  weight?: number;
  /**
   * `goalposts`: the values that stand for 0 and 1.
   *
   * @minItems 2
   * @maxItems 2
   */
  goalposts?: [number, number] | null;
}
/**
 * The interval.
 */
export interface Interval {
  /**
   * Level, between 0 and 1.
   */
  level?: number;
  /**
   * `logit` (the default for proportions) or `mean` (estimate ± t · error).
   */
  method?: IntervalMethod | null;
}
/**
 * Differences to compute.
 */
export interface Compare {
  /**
   * What each row is compared with: `average`, `pairs`, or the key of one row such as `PER`.
   */
  with: string;
  /**
   * The variable of `by` whose rows are compared; the averaged one, or else the first.
   */
  over?: string | null;
  /**
   * How probabilities answer for being many.
   */
  adjust?: 'none' | 'holm' | 'bh';
}
/**
 * A regional average: the mean of the rows, each with equal weight.
 */
export interface Average {
  /**
   * The `by` variable that is averaged over.
   */
  over: string;
  /**
   * How the rows weigh: equally.
   */
  weights?: 'equal';
}
/**
 * Changes from one wave to the next.
 */
export interface Trend {
  /**
   * The variable of `by` that holds the wave. Waves are independent samples.
   */
  over: string;
  /**
   * Standard error of the link between the waves' scales; it adds to every change.
   */
  link_error?: number;
}
/**
 * What may be shown.
 */
export interface Suppress {
  /**
   * Least number of records of a cell, from 5 to 30.
   */
  min_n?: number;
  /**
   * A study's or an office's rule, beside the minimum; `none` lifts it: only for data that are public already.
   */
  rule?: SuppressRule | null;
  /**
   * Withholds further cells where a margin would give a withheld one back.
   */
  secondary?: boolean;
}
/**
 * A theory of change.
 */
export interface Theory {
  /**
   * Columns, from what is done to what should come of it.
   */
  columns?: Column[];
  /**
   * What is done, and what should come of it.
   */
  nodes?: Node[];
  /**
   * What is claimed to lead to what.
   */
  links?: Link[];
  /**
   * What is measured.
   */
  indicators?: Indicator[];
  /**
   * Points of leverage with their ratings.
   */
  leverage?: Leverage | null;
}
/**
 * A column of the picture.
 */
export interface Column {
  /**
   * Name by which nodes call it.
   */
  id: string;
  /**
   * A text: one string, or one for each language.
   */
  title:
    | string
    | {
        [k: string]: string;
      };
}
/**
 * A statement of the theory.
 */
export interface Node {
  /**
   * Name by which links and indicators call it.
   */
  id: string;
  /**
   * The column it stands in.
   */
  column: string;
  /**
   * How far along the chain it is.
   */
  level: 'activity' | 'output' | 'outcome' | 'impact';
  /**
   * A text: one string, or one for each language.
   */
  title:
    | string
    | {
        [k: string]: string;
      };
  /**
   * Shown as context and never attributed to the programme.
   */
  context_only?: boolean;
}
/**
 * A claim that one node leads to another.
 */
export interface Link {
  /**
   * The node that leads.
   */
  from: string;
  /**
   * The node that follows.
   */
  to: string;
  /**
   * The claim in words.
   */
  claim?: Text | null;
  /**
   * Strength of the evidence, 0 (none) to 4 (strong); null where nobody has judged it.
   */
  strength?: number | null;
  /**
   * Addresses or citations of the evidence.
   */
  evidence?: string[];
}
/**
 * What is measured about a node of the theory. Its value comes from a query or from observations entered by hand.
 */
export interface Indicator {
  /**
   * Its name.
   */
  id: string;
  /**
   * The node it speaks of.
   */
  node: string;
  /**
   * A text: one string, or one for each language.
   */
  title:
    | string
    | {
        [k: string]: string;
      };
  /**
   * The query that gives the value.
   */
  query?: string | null;
  /**
   * Which row of the query: the regional average, or the only row, without it.
   */
  row?: {
    [k: string]: Code;
  };
  /**
   * Date of the query's value; the data set's date without it.
   */
  date?: string | null;
  /**
   * Values entered by hand, in any order.
   */
  observations?: Observation[];
  /**
   * Unit of the values.
   */
  unit?: 'share' | 'score' | 'count';
  /**
   * Which way is better.
   */
  direction?: 'up' | 'down' | 'maintain' | 'target';
  /**
   * Where it started.
   */
  baseline?: Baseline | null;
  /**
   * Where it should be, and when.
   */
  targets?: Target[];
  /**
   * What a reader must know: which item stands for the indicator, and how near it is.
   */
  note?: Text | null;
}
/**
 * A value entered by hand.
 */
export interface Observation {
  /**
   * The value.
   */
  value: number;
  /**
   * When it was observed.
   */
  date: string;
  /**
   * Its standard error, where it was estimated.
   */
  se?: number | null;
  /**
   * Its degrees of freedom.
   */
  df?: number | null;
  /**
   * Records behind it.
   */
  n?: number | null;
  /**
   * Where it comes from.
   */
  source?: Text | null;
}
/**
 * Where an indicator started.
 */
export interface Baseline {
  /**
   * Its value.
   */
  value: number;
  /**
   * When: `2013`, `2013-06`, `2013-06-30`.
   */
  date: string;
  /**
   * Its standard error, where it was estimated.
   */
  se?: number | null;
  /**
   * Made up to show how it works.
   */
  illustrative?: boolean;
}
/**
 * Where an indicator should be.
 */
export interface Target {
  /**
   * The value to reach.
   */
  value: number;
  /**
   * By when.
   */
  date: string;
  /**
   * Made up to show how it works: nobody has agreed on it.
   */
  illustrative?: boolean;
}
/**
 * Points of leverage with their ratings.
 */
export interface Leverage {
  /**
   * Headings of the attributes, in their order; an attribute that is not among them is headed by its id.
   */
  attributes?: Column[];
  /**
   * The points.
   */
  points?: LeveragePoint[];
  /**
   * Names of the places, in their order; a place that is not among them is a country's alpha-3 code, or named by its id.
   */
  places?: Column[];
  /**
   * What raters found.
   */
  ratings?: Rating[];
}
/**
 * A point of leverage.
 */
export interface LeveragePoint {
  /**
   * Name by which ratings call it.
   */
  id: string;
  /**
   * The attribute that it belongs to.
   */
  attribute: string;
  /**
   * A text: one string, or one for each language.
   */
  title:
    | string
    | {
        [k: string]: string;
      };
  /**
   * What it means.
   */
  means?: Text | null;
}
/**
 * What one rater found of one point in one place.
 */
export interface Rating {
  /**
   * The point.
   */
  point: string;
  /**
   * The place.
   */
  place: string;
  /**
   * From 0 to 4. Where there is no evidence there is no rating: that is never 0.
   */
  score: number;
  /**
   * Who rated.
   */
  rater?: string;
  /**
   * When: `2024`, `2024-06`, `2024-06-30`. Of one rater's ratings the latest counts.
   */
  date?: string | null;
  /**
   * What it rests on: an https address, or a citation.
   */
  evidence: string;
}
/**
 * A chart of the document.
 */
export interface Spec {
  /**
   * Name by which the report and the command line call it.
   */
  id: string;
  /**
   * What kind of chart.
   */
  kind:
    | 'ranking'
    | 'grouped_bars'
    | 'likert'
    | 'heatmap'
    | 'tile_map'
    | 'map'
    | 'timeline'
    | 'adoption'
    | 'theory'
    | 'leverage'
    | 'network'
    | 'table'
    | 'trend'
    | 'slope'
    | 'dumbbell'
    | 'distribution'
    | 'scatter'
    | 'small_multiples';
  /**
   * The query whose results are drawn; a `theory` chart takes none.
   */
  query?: string | null;
  /**
   * `small_multiples`: the kind of chart of each panel.
   */
  of?: ChartKind | null;
  /**
   * `small_multiples`: the key of the results that makes the panels: `country`, another variable of the query's `by`, `item` or
   * `category`.
   */
  by?: string | null;
  /**
   * Title; a sentence made from the data without it.
   */
  title?: Text | null;
  /**
   * What is measured, below the title; the variable's label without it.
   */
  subtitle?: Text | null;
  /**
   * A note in the footer.
   */
  note?: Text | null;
  /**
   * A line to compare with.
   */
  reference?: Reference | null;
  /**
   * Countries that stand out, by ISO 3166-1 alpha-3 code.
   */
  highlight?: string[];
  /**
   * Countries that are drawn; all without it.
   */
  countries?: string[];
  /**
   * Order of the rows.
   */
  order?: 'value' | 'name' | 'given';
  /**
   * `ranking`: bars instead of dots.
   */
  bars?: boolean;
  /**
   * `likert`: where the neutral answer stands.
   */
  likert?: 'centred' | 'aside' | 'stacked';
  /**
   * `scatter`: the query of the upright axis; `query` is that of the level one.
   */
  against?: string | null;
  /**
   * What is to be said of single rows.
   */
  annotations?: Annotation[];
}
/**
 * What is said of the rows that have these keys.
 */
export interface Annotation {
  /**
   * Keys of the results: `{"country": "PER"}`; `item` and `category` among them.
   */
  at: {
    [k: string]: Code;
  };
  /**
   * A text: one string, or one for each language.
   */
  text:
    | string
    | {
        [k: string]: string;
      };
}
/**
 * What a partner's pictures share. Colours that would be too faint are made strong enough to be seen.
 */
export interface Brand {
  /**
   * Colours of series, the first for what has one colour alone: `#081079`. At most six.
   */
  colours?: string[];
  /**
   * Colour of what stands out.
   */
  highlight?: string | null;
  /**
   * Stands above every picture, at the right.
   */
  logo?: Logo | null;
}
/**
 * A small image.
 */
export interface Logo {
  /**
   * The image itself, PNG or JPEG, as a `data:` address: a picture asks nothing of a network.
   */
  src: string;
  /**
   * A text: one string, or one for each language.
   */
  name:
    | string
    | {
        [k: string]: string;
      };
  /**
   * Width of the image in its own pixels.
   */
  width: number;
  /**
   * Height of the image in its own pixels.
   */
  height: number;
}
/**
 * A block of the report. Exactly one field.
 */
export interface Block {
  /**
   * A heading.
   */
  heading?: Text | null;
  /**
   * A paragraph; blank lines part paragraphs.
   */
  text?: Text | null;
  /**
   * A chart, by its id.
   */
  chart?: string | null;
  /**
   * The theory of change with the status of its indicators.
   */
  theory?: boolean;
  /**
   * How the numbers were made, and from which sources.
   */
  method?: boolean;
}
