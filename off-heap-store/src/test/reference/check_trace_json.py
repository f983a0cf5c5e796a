"""Loads trace JSON that Hotspan wrote with MLflow's own Trace.from_json, and checks every field.

    python3 check_trace_json.py FILE...

Exit code 0: all fields of all files arrive; 1: not all, with one line for each that does not; 77:
skipped, since the package mlflow is not installed.
"""

import base64
import json
import os
import sys

os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
os.environ["DO_NOT_TRACK"] = "true"
SKIPPED = 77

# MLflow itself shortens these when it gives the information back.
MAX_METADATA_LENGTH = 250
MAX_TAG_LENGTH = 4096


def differences(where, ours, theirs):
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in ours.keys() | theirs.keys():
            if key not in ours or key not in theirs:
                yield f"{where}.{key}: only {'ours' if key in ours else 'theirs'} has it"
            else:
                yield from differences(f"{where}.{key}", ours[key], theirs[key])
    elif isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            yield f"{where}: {len(ours)} of ours, {len(theirs)} of theirs"
        for i, (a, b) in enumerate(zip(ours, theirs)):
            yield from differences(f"{where}[{i}]", a, b)
    elif ours != theirs:
        yield f"{where}: ours {ours!r}, theirs {theirs!r}"


def hex_id(text):
    return base64.b64decode(text).hex() if text else None


def loaded(span, name):
    attributes = span["attributes"]
    return json.loads(attributes[name]) if name in attributes else None


def check(text, trace):
    document = json.loads(text)
    info = document["info"]
    for field, limit in (("trace_metadata", MAX_METADATA_LENGTH), ("tags", MAX_TAG_LENGTH)):
        info[field] = {k[:250]: v[:limit] for k, v in info.get(field, {}).items()}
    yield from differences("trace", document, json.loads(trace.to_json()))

    # the same through the objects, as a program would read them
    yield from differences("info.trace_id", info["trace_id"], trace.info.trace_id)
    yield from differences("info.state", info["state"], trace.info.state.value)
    if len(document["data"]["spans"]) != len(trace.data.spans):
        yield "not every span arrives"
    for ours, theirs in zip(document["data"]["spans"], trace.data.spans):
        where = f"span {ours['name']!r}"
        yield from differences(where, hex_id(ours["span_id"]), theirs.span_id)
        yield from differences(where, hex_id(ours["parent_span_id"]), theirs.parent_id)
        yield from differences(where, ours["start_time_unix_nano"], theirs.start_time_ns)
        yield from differences(where, ours["end_time_unix_nano"], theirs.end_time_ns)
        yield from differences(where, info["trace_id"], theirs.trace_id)
        yield from differences(where, loaded(ours, "mlflow.spanType"), theirs.span_type)
        yield from differences(where, loaded(ours, "mlflow.spanInputs"), theirs.inputs)
        yield from differences(where, loaded(ours, "mlflow.spanOutputs"), theirs.outputs)
        code = ours["status"]["code"].removeprefix("STATUS_CODE_")
        yield from differences(where, code, theirs.status.status_code.value)
        yield from differences(where, ours["status"]["message"], theirs.status.description)
        for key, value in ours["attributes"].items():
            yield from differences(f"{where}.{key}", json.loads(value), theirs.get_attribute(key))
        if trace.search_spans(span_id=theirs.span_id) == []:
            yield f"{where}: search_spans does not find it by its id"


def main(paths):
    try:
        from mlflow.entities import Trace
    except ImportError:
        print("skipped: the package mlflow is not installed")
        return SKIPPED
    count = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for difference in check(text, Trace.from_json(text)):
            count += 1
            print(f"{path}: {difference}")
    print(f"{len(paths)} files, {count} differences")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
