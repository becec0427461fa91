"""Kaplan and Meier's curve as lifelines computes it: writes reference.json beside this file.

    pip install lifelines==0.30.3
    python make.py && Rscript check.R
"""

import csv
import json
from datetime import date
from pathlib import Path

import lifelines
from lifelines import KaplanMeierFitter
from lifelines.datasets import load_leukemia, load_waltons

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[2] / "examples"
EVERY_ADOPTION_UNTIL = date(2020, 7, 31)


def closures():
    """Days from 1 January 2020 until all schools of a country closed, or until it was last looked at, as region.pulso.json asks."""
    first, last = {}, {}
    with open(EXAMPLES / "school_closures.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country, day = row["iso3"], date.fromisoformat(row["date_event"])
            last[country] = max(day, last.get(country, day))
            if row["stage"] == "3" and day <= EVERY_ADOPTION_UNTIL:
                first[country] = min(day, first.get(country, day))
    observed = []
    for country in sorted(last):
        day = first.get(country) or min(last[country], EVERY_ADOPTION_UNTIL)
        observed.append([(day - date(2020, 1, 1)).days, int(country in first)])
    return observed


def curve(observed):
    fitter = KaplanMeierFitter().fit([time for time, _ in observed], [event for _, event in observed], alpha=0.05)
    survival = fitter.survival_function_.iloc[:, 0]
    rows = []
    for position, (time, table) in enumerate(fitter.event_table.iterrows()):
        if table["observed"] == 0:
            continue
        value = float(survival[time])
        inside = 0 < value < 1
        # Greenwood's sum, which lifelines keeps beside the curve; the interval is its own.
        error = value * float(fitter._cumulative_sq_.iloc[position]) ** 0.5 if inside else None
        interval = [float(end) for end in fitter.confidence_interval_.loc[time]] if inside else [None, None]
        rows.append([int(time), int(table["at_risk"]), value, error, *interval])
    return {"median": fitter.median_survival_time_, "observed": sorted(observed, key=lambda one: (one[0], -one[1])), "curve": rows}


leukemia, waltons = load_leukemia(), load_waltons()
data = {
    "freireich_6mp": leukemia.loc[leukemia["Rx"] == 0, ["t", "status"]],
    "freireich_placebo": leukemia.loc[leukemia["Rx"] == 1, ["t", "status"]],
    "waltons": waltons[["T", "E"]],
}
data = {name: frame.astype(int).values.tolist() for name, frame in data.items()}
data["school_closures"] = closures()

about = {
    "made_by": f"lifelines {lifelines.__version__}, KaplanMeierFitter, by make.py beside this file; held against R's survival by check.R",
    "licence": "lifelines and the data it carries: MIT, Copyright (c) 2017 Cameron Davidson-Pilon",
    "freireich_6mp": "weeks in remission of 21 patients on 6-MP, Freireich et al. 1963: load_leukemia(), Rx 0",
    "freireich_placebo": "the 21 patients on placebo, each of whom relapsed: load_leukemia(), Rx 1",
    "waltons": "days that 163 fruit flies lived; 0 where one was lost: load_waltons()",
    "school_closures": "days from 2020-01-01 until C1 reached 3, by 2020-07-31: examples/school_closures.csv, OxCGRT, CC BY 4.0",
    "curve": "time, at risk, survival, Greenwood's error, 95% log-log interval of survival; nothing where survival is 0",
}
parts = []
for name, observed in data.items():
    whole = curve(observed)
    rows = ",\n".join("    " + json.dumps(row) for row in whole["curve"])
    parts.append(
        f'  "{name}": {{\n   "median": {json.dumps(whole["median"])},\n'
        f'   "observed": {json.dumps(whole["observed"])},\n   "curve": [\n{rows}\n   ]\n  }}'
    )
text = '{\n "about": ' + json.dumps(about, indent=2, ensure_ascii=False) + ',\n "data": {\n' + ",\n".join(parts) + "\n }\n}\n"
(HERE / "reference.json").write_text(text, encoding="utf-8")
