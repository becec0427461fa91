"""Parquet as other programs write it: writes the files beside this one, and expected.json with what pyarrow reads in them.

    pip install pyarrow==26.0.1 polars==2.1.0 pandas==2.3.3
    python make.py
"""

import datetime
import json
from decimal import Decimal
from pathlib import Path

import numpy
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
DAY = datetime.date(2019, 6, 30)
MOMENT = datetime.datetime(2019, 6, 30, 14, 5, 7, 250_000)
TIME = datetime.time(14, 5, 7, 250_000)


def types():
    """One column a type; the second record is the largest or the smallest of it, the third has no answer."""
    return pa.table(
        {
            "int8": pa.array([1, -128, None], pa.int8()),
            "int16": pa.array([1, -32768, None], pa.int16()),
            "int32": pa.array([1, -(2**31), None], pa.int32()),
            "int64": pa.array([1, -(2**63), None], pa.int64()),
            "uint8": pa.array([1, 255, None], pa.uint8()),
            "uint16": pa.array([1, 65535, None], pa.uint16()),
            "uint32": pa.array([1, 2**32 - 1, None], pa.uint32()),
            "uint64": pa.array([1, 2**64 - 1, None], pa.uint64()),
            "float16": pa.array([0.5, -65504.0, None], pa.float16()),
            "float32": pa.array([0.1, -1e30, None], pa.float32()),
            "float64": pa.array([0.1, -1e300, None], pa.float64()),
            "bool": pa.array([True, False, None], pa.bool_()),
            "string": pa.array(["año, \"x\"\n;", "", None], pa.string()),
            "large_string": pa.array(["Ñandú", "42", None], pa.large_string()),
            "dictionary": pa.array(["sí", "no", None], pa.string()).dictionary_encode(),
            "binary": pa.array([b"abc", b"\xf1", None], pa.binary()),
            "fixed_binary": pa.array([b"abc", b"xyz", None], pa.binary(3)),
            "date32": pa.array([DAY, datetime.date(1900, 1, 1), None], pa.date32()),
            "date64": pa.array([DAY, datetime.date(1900, 1, 1), None], pa.date64()),
            "time32": pa.array([TIME, datetime.time(0), None], pa.time32("ms")),
            "time64_us": pa.array([TIME, datetime.time(23, 59, 59), None], pa.time64("us")),
            "time64_ns": pa.array([TIME, datetime.time(0), None], pa.time64("ns")),
            "timestamp_s": pa.array([MOMENT.replace(microsecond=0), datetime.datetime(1960, 1, 1), None], pa.timestamp("s")),
            "timestamp_ms": pa.array([MOMENT, datetime.datetime(1960, 1, 1), None], pa.timestamp("ms")),
            "timestamp_us": pa.array([MOMENT, datetime.datetime(1960, 1, 1), None], pa.timestamp("us")),
            "timestamp_ns": pa.array([MOMENT, datetime.datetime(1960, 1, 1), None], pa.timestamp("ns")),
            "timestamp_utc": pa.array([MOMENT, datetime.datetime(1960, 1, 1), None], pa.timestamp("us", "UTC")),
            "timestamp_lima": pa.array([MOMENT, datetime.datetime(1960, 1, 1), None], pa.timestamp("us", "America/Lima")),
            "duration": pa.array([datetime.timedelta(seconds=90), datetime.timedelta(0), None], pa.duration("ms")),
            "decimal32": pa.array([Decimal("-12.05"), Decimal("0.01"), None], pa.decimal128(9, 2)),
            "decimal64": pa.array([Decimal("1234567890.125"), Decimal("-0.001"), None], pa.decimal128(15, 3)),
            "decimal128": pa.array([Decimal("12345678901234567890.5"), Decimal("-0.5"), None], pa.decimal128(38, 10)),
            "decimal256": pa.array([Decimal("-12.05"), Decimal(10) ** 45, None], pa.decimal256(60, 2)),
            "null": pa.nulls(3),
            "not_finite": pa.array([float("nan"), float("inf"), None], pa.float64()),
        }
    )


def answers(records):
    """Answers enough for several pages and row groups, some absent, by arithmetic and not by chance."""
    every = range(records)
    return pa.table(
        {
            "id": pa.array(every, pa.int64()),
            "country": pa.array([["PER", "CHL", "URY", None][at * 7 % 4] for at in every]).dictionary_encode(),
            "score": pa.array([None if at % 11 == 0 else at * 37 % 1009 / 8 for at in every], pa.float64()),
            "agrees": pa.array([None if at % 5 == 0 else at * 3 % 4 < 2 for at in every], pa.bool_()),
            "said": pa.array([None if at % 3 == 0 else "ñ" * (at % 6) + str(at * at) for at in every], pa.string()),
            "on": pa.array([DAY + datetime.timedelta(days=at % 400) for at in every], pa.date32()),
        }
    )


def is_text(kind):
    return pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_dictionary(kind)


def told(value, kind):
    """A value as a cell of CSV: ISO 8601, a number with its digits, nothing where nobody answered or no number stands."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, datetime.datetime):
        if value.tzinfo is not None:
            value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
        midnight = value.time() == datetime.time(0)
        return value.date().isoformat() if midnight else value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float):
        if value != value or abs(value) == float("inf"):
            return ""
        return str(numpy.float32(value)) if pa.types.is_float32(kind) else repr(value)
    return str(value)


def expected(path):
    table = pq.read_table(path)
    columns = []
    for field in table.schema:
        column, kind = table.column(field.name), field.type
        if pa.types.is_dictionary(kind):
            column, kind = column.cast(kind.value_type), kind.value_type
        if pa.types.is_timestamp(kind) and kind.unit == "ns":
            column = column.cast(pa.timestamp("us", kind.tz))
        if pa.types.is_time(kind) and kind == pa.time64("ns"):
            column = column.cast(pa.time64("us"))
        if pa.types.is_duration(kind):
            # Parquet has no lengths of time: a whole number stands in the file.
            column = column.cast(pa.int64())
        columns.append([told(value, kind) for value in column.to_pylist()])
    return {"names": table.schema.names, "records": [list(record) for record in zip(*columns)]}


def write():
    small, large = answers(12), answers(3000)
    several = answers(300)
    several = several.set_column(1, "country", several["country"].cast(pa.string()))
    pq.write_table(types(), HERE / "types.parquet", compression="none")
    pq.write_table(types(), HERE / "types_int96.parquet", use_deprecated_int96_timestamps=True)
    for codec in ["none", "snappy", "gzip", "lz4", "brotli", "zstd"]:
        for version in ["1.0", "2.0"]:
            path = HERE / f"{codec}_v{version[0]}.parquet"
            pq.write_table(small, path, compression=codec, data_page_version=version, row_group_size=5)
    # Several row groups, each column in several pages, with and without dictionaries.
    pages = {"row_group_size": 1200, "data_page_size": 1024, "write_batch_size": 100}
    pq.write_table(large, HERE / "pages_v1.parquet", compression="snappy", **pages)
    pq.write_table(large, HERE / "pages_v2.parquet", compression="zstd", data_page_version="2.0", **pages)
    encodings = {"id": "DELTA_BINARY_PACKED", "score": "BYTE_STREAM_SPLIT", "agrees": "RLE", "said": "DELTA_BYTE_ARRAY", "country": "DELTA_LENGTH_BYTE_ARRAY", "on": "PLAIN"}
    pq.write_table(several, HERE / "encodings.parquet", use_dictionary=False, column_encoding=encodings, data_page_version="2.0", compression="none", data_page_size=512, write_batch_size=50)
    pq.write_table(several, HERE / "encodings_v1.parquet", use_dictionary=False, column_encoding=encodings, compression="zstd")
    pq.write_table(small.slice(0, 0), HERE / "no_records.parquet")
    nested = {
        "list": pa.array([[1, 2], None], pa.list_(pa.int32())),
        "struct": pa.array([{"a": 1}, None], pa.struct([("a", pa.int32())])),
        "map": pa.array([[("a", 1)], None], pa.map_(pa.string(), pa.int32())),
    }
    for name, column in nested.items():
        pq.write_table(pa.table({"n": pa.array([1, 2]), name: column}), HERE / f"nested_{name}.parquet")
    frame = small.to_pandas()
    frame.index = pandas.Index([f"r{at}" for at in frame.index])
    frame.to_parquet(HERE / "pandas.parquet")
    polars.from_arrow(small).write_parquet(HERE / "polars.parquet")
    whole = {}
    for path in sorted(HERE.glob("*.parquet")):
        if not path.stem.startswith("nested"):
            whole[path.stem] = expected(path)
    lines = []
    for name, one in whole.items():
        # Three thousand records: the first, the last and every hundredth say enough.
        records = one["records"]
        kept = [at for at in range(len(records)) if len(records) < 100 or at % 100 == 0 or at == len(records) - 1]
        rows = ",\n".join("   " + json.dumps([at, *records[at]], ensure_ascii=False) for at in kept)
        lines.append(f' "{name}": {{\n  "count": {len(records)},\n  "names": {json.dumps(one["names"])},\n  "records": [\n{rows}\n  ]\n }}')
    (HERE / "expected.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


write()
