"""Runs the cases of Hotspan's semantics on the MLflow SDK and writes the trace JSON of each.

    python3 -m venv venv && venv/bin/pip install mlflow
    venv/bin/python make_reference.py ../resources/reference

One file for each case: {"case", "mlflow" (the version), "note" (what to know, or null), "trace"}.
The trace is null where MLflow keeps the spans but cannot give the trace. Beside the directory, in
reference-filters.json: which of the cases MLflow finds by each filter.
Uses a SQLite store in a temporary directory; neither a server nor the network is needed.

What says where the script ran, or how the store keeps its rows, is left out of the trace: the keys
in ENVIRONMENT, and the directories in stack traces. All else is as MLflow gave it.
"""

import json
import os
import re
import sys
import tempfile

os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
os.environ["DO_NOT_TRACK"] = "true"

import mlflow  # noqa: E402
from mlflow.entities import (  # noqa: E402
    Document,
    Link,
    SpanEvent,
    SpanStatus,
    SpanStatusCode,
    SpanType,
)

ENVIRONMENT = re.compile(
    r"mlflow\.(user|artifactLocation|source\..*|trace\.(sizeStats|sizeBytes|infoFinalized|spansLocation))$"
)

CASES = {}


def case(function):
    CASES[function.__name__] = function
    return function


# --- 1. From the reference's page to Java -------------------------------------------------------


@case
def inputs_and_outputs():
    with mlflow.start_span(name="my_span") as span:
        span.set_inputs({"x": 1, "y": 2})
        span.set_outputs(3)


@case
def a_span_without_anything():
    with mlflow.start_span(name="bare"):
        pass


@case
def span_types():
    types = [v for k, v in vars(SpanType).items() if not k.startswith("_")]
    with mlflow.start_span(name="root"):
        for span_type in [*types, "MY_OWN_TYPE"]:
            with mlflow.start_span(name=span_type.lower(), span_type=span_type):
                pass


@case
def inputs_that_are_no_map():
    with mlflow.start_span(name="root") as root:
        root.set_inputs("just text")
        root.set_outputs([1, "two", None])
        for value in [42, 1.5, True, None, "", [], {}]:
            with mlflow.start_span(name="child") as child:
                child.set_inputs(value)
                child.set_outputs(value)


@case
def attributes_of_every_kind():
    """The JSON text comes back as a map, since MLflow does not quote a text that is JSON. Hotspan
    quotes every text."""
    with mlflow.start_span(name="attributes") as span:
        span.set_attribute("text", "say \"hi\" \\ / \b\f\n\r\t\x00\x1f\x7f")
        span.set_attribute("long", 9223372036854775807)
        span.set_attribute("beyond_long", 2**70)
        span.set_attribute("zero", 0)
        span.set_attribute("true", True)
        span.set_attribute("false", False)
        span.set_attribute("empty", "")
        span.set_attribute("nothing", None)
        span.set_attribute("list", [1, 2.5, "three", None, [True]])
        span.set_attribute("map", {"a": {"b": {"c": []}}, "": None})
        span.set_attribute("key with.dots and spaces", "x")
        span.set_attribute("json text", '{"looks": "like json"}')


@case
def floats():
    values = [1e22, 1e21, 1e16, 1e15, 1e-5, 1e-4, 100.0, 0.1, 1 / 3, -0.0, 5e-324, 1.5e-323,
              1.7976931348623157e308, 2.2250738585072014e-308, 123456789.125, 1e7, 2e23, 9007199254740993.0]
    with mlflow.start_span(name="floats") as span:
        span.set_inputs(values)
        span.set_attribute("one", 1.0)


@case
def set_attributes():
    with mlflow.start_span(name="attributes") as span:
        span.set_attributes({"messages_length": 3, "model": "small"})


@case
def events():
    with mlflow.start_span(name="events") as span:
        span.add_event(SpanEvent(name="validation_completed", attributes={"valid": True, "rows": 7}))
        span.add_event(SpanEvent("timed", timestamp=1761106494524157000, attributes={"score": 0.5}))
        span.add_event(SpanEvent("lists", attributes={"names": ["a", "b"], "numbers": [1, 2]}))
        span.add_event(SpanEvent("bare"))


@case
def an_event_from_an_exception():
    with mlflow.start_span(name="recovering") as span:
        try:
            raise ValueError("first try failed")
        except ValueError as e:
            span.add_event(SpanEvent.from_exception(e))


@case
def statuses():
    with mlflow.start_span(name="root"):
        for status in ["OK", "ERROR", "UNSET", SpanStatus(SpanStatusCode.ERROR, description="why")]:
            span = mlflow.start_span_no_context(name="child", parent_span=mlflow.get_current_active_span())
            span.set_status(status)
            span.end()


@case
def documents():
    with mlflow.start_span(name="retrieve", span_type=SpanType.RETRIEVER) as span:
        span.set_inputs({"query": "what is a ring?"})
        span.set_outputs([
            Document(page_content="A ring is …", metadata={"doc_uri": "docs/a.md", "chunk_id": 3, "relevance_score": 0.75}),
            Document(page_content="Second", metadata={}, id="d-2"),
        ])


@case
def a_traced_function():
    @mlflow.trace(span_type=SpanType.TOOL, name="add")
    def add(x, y=2):
        with mlflow.start_span(name="inside") as inside:
            inside.set_outputs("by hand")
        return x + y

    with mlflow.start_span(name="outside"):
        add(1)


@case
def links():
    with mlflow.start_span(name="linked") as span:
        span.add_link(Link("tr-66aa81ba5c65ab67304427ca1f198354", "fe6098651c5b4eac", {"kind": "follows"}))
        span.add_link(Link("tr-66aa81ba5c65ab67304427ca1f198354", "fe6098651c5b4eac"))


# --- 2. Life of a span --------------------------------------------------------------------------


@case
def nesting():
    with mlflow.start_span(name="a", span_type=SpanType.CHAIN) as a:
        a.set_inputs({"q": "?"})
        with mlflow.start_span(name="b"):
            with mlflow.start_span(name="c"):
                pass
        with mlflow.start_span(name="d"):
            pass
        a.set_outputs({"a": "!"})


@case
def two_children_of_one_name():
    with mlflow.start_span(name="root"):
        for i in range(2):
            with mlflow.start_span(name="same") as span:
                span.set_attribute("i", i)


@case
def detached_spans():
    root = mlflow.start_span_no_context(name="root", span_type=SpanType.AGENT, inputs={"a": 1}, attributes={"k": "v"})
    child = mlflow.start_span_no_context(name="child", parent_span=root)
    with mlflow.start_span(name="of_another_trace"):
        pass
    child.set_outputs("done")
    child.end()
    root.end(outputs={"b": 2})
    return root.trace_id


@case
def a_value_is_taken_at_the_call():
    with mlflow.start_span(name="snapshot") as span:
        value = {"items": [1]}
        span.set_inputs(value)
        value["items"].append(2)


@case
def the_last_write_wins():
    with mlflow.start_span(name="writes", span_type=SpanType.TOOL) as span:
        span.set_inputs("first")
        span.set_inputs("second")
        span.set_outputs(1)
        span.set_outputs(None)
        span.set_attribute("k", 1)
        span.set_attribute("other", 1)
        span.set_attribute("k", 2)
        span.set_span_type(SpanType.LLM)


@case
def null_is_a_value():
    with mlflow.start_span(name="nulls") as span:
        span.set_inputs(None)
        span.set_outputs(None)
        span.set_attribute("nothing", None)


@case
def text_beyond_ascii():
    with mlflow.start_span(name="日本語 🎉 é") as span:
        span.set_inputs({"frage": "Größe? 日本 🎉"})
        span.set_outputs("é\u2028\u2029\ufeff")
        span.set_attribute("schlüssel", "wert")
        span.add_event(SpanEvent("ereignis ü", attributes={"ä": "ö"}))
        mlflow.update_current_trace(tags={"ключ": "значение"})


@case
def calls_after_the_end():
    with mlflow.start_span(name="over") as span:
        span.set_inputs(1)
    span.set_inputs(2)
    span.set_attribute("late", True)
    span.set_status("ERROR")
    span.end()


@case
def not_finite():
    """NaN and infinities are written bare, which is no JSON. Hotspan writes them as strings."""
    with mlflow.start_span(name="numbers") as span:
        span.set_inputs([float("nan"), float("inf"), float("-inf")])
        span.set_attribute("nan", float("nan"))


@case
def more_than_128_attributes_and_events():
    """MLflow drops the oldest beyond 128, its own trace id among them, and then cannot give the
    trace. Hotspan keeps all (Differs)."""
    with mlflow.start_span(name="many") as span:
        for i in range(150):
            span.set_attribute(f"k{i}", i)
            span.add_event(SpanEvent(f"e{i}", attributes={"i": i}))


@case
def a_child_that_starts_after_its_root_ended():
    """Older versions lost the late child, which the semantics' Differs line is about."""
    root = mlflow.start_span_no_context(name="root")
    root.end()
    late = mlflow.start_span_no_context(name="late", parent_span=root)
    late.end()
    return root.trace_id


@case
def a_child_that_ends_after_its_root():
    """Older versions lost what a child did after its root's end."""
    root = mlflow.start_span_no_context(name="root")
    child = mlflow.start_span_no_context(name="child", parent_span=root)
    root.end()
    child.set_outputs("late")
    child.end()
    return root.trace_id


@case
def a_child_that_never_ends():
    """MLflow cannot give the trace. Hotspan gives it, with the open child and what it had."""
    root = mlflow.start_span_no_context(name="root")
    child = mlflow.start_span_no_context(name="child", parent_span=root)
    child.set_inputs({"waiting": True})
    root.end()
    return root.trace_id


@case
def a_root_that_never_ends():
    """MLflow cannot give the trace. Hotspan gives it as IN_PROGRESS, with what the root had."""
    root = mlflow.start_span_no_context(name="root", inputs={"a": 1})
    child = mlflow.start_span_no_context(name="child", parent_span=root)
    child.end()
    return root.trace_id


# --- 3. Status and exceptions -------------------------------------------------------------------


def quietly(function):
    try:
        function()
    except ValueError:
        pass


@case
def an_exception_through_three_levels():
    def levels():
        with mlflow.start_span(name="outer"):
            with mlflow.start_span(name="middle"):
                with mlflow.start_span(name="inner"):
                    raise ValueError("bad value")

    quietly(levels)


@case
def a_child_error_caught_by_its_parent():
    with mlflow.start_span(name="parent"):
        try:
            with mlflow.start_span(name="child"):
                raise ValueError("caught above")
        except ValueError:
            pass


@case
def ok_then_an_exception():
    """MLflow keeps the OK, since OpenTelemetry's OK is final. Hotspan's semantics say that an
    exception that leaves the block makes it ERROR."""
    def fail():
        with mlflow.start_span(name="span") as span:
            span.set_status("OK")
            raise ValueError("after OK")

    quietly(fail)


@case
def error_then_a_normal_return():
    """MLflow keeps the ERROR since it looks before it overwrites. Hotspan's semantics say that the
    block form makes it OK; by hand the explicit status stands."""
    with mlflow.start_span(name="span") as span:
        span.set_status(SpanStatus(SpanStatusCode.ERROR, "set inside"))


@case
def error_set_by_hand():
    span = mlflow.start_span_no_context(name="span")
    span.set_status(SpanStatus(SpanStatusCode.ERROR, "set by hand"))
    span.end()
    return span.trace_id


@case
def an_exception_recorded_by_hand():
    span = mlflow.start_span_no_context(name="span")
    try:
        raise ValueError("recorded")
    except ValueError as e:
        span.record_exception(e)
    span.end()
    return span.trace_id


# --- 4. Trace level -----------------------------------------------------------------------------


@case
def trace_level_updates_from_five_levels_deep():
    def deeper(level):
        with mlflow.start_span(name=f"level{level}"):
            if level < 5:
                deeper(level + 1)
            else:
                mlflow.update_current_trace(
                    tags={"fruit": "apple", "mlflow.note": "n"},
                    metadata={"build": "17"},
                    client_request_id="req-12345",
                    session_id="session-1",
                    user="user-1",
                )
                mlflow.update_current_trace(tags={"fruit": "pear"})

    deeper(1)


@case
def previews_given():
    with mlflow.start_span(name="previews") as span:
        span.set_inputs({"long": "input"})
        span.set_outputs({"long": "output"})
        mlflow.update_current_trace(request_preview="in short", response_preview="out short")


def chat(name, inputs, outputs, note=None):
    def run():
        with mlflow.start_span(name="chat", span_type=SpanType.CHAT_MODEL) as span:
            span.set_inputs(inputs)
            span.set_outputs(outputs)

    run.__doc__ = note
    CASES[f"preview_{name}"] = run


chat(
    "of_chat_completions",
    {"model": "m", "messages": [
        {"role": "system", "content": "be brief"},
        {"role": "user", "content": "first"},
        {"role": "assistant", "content": "answer"},
        {"role": "user", "content": "What is a ring?"},
    ]},
    {"choices": [{"index": 0, "message": {"role": "assistant", "content": "A circle of bytes."}}]},
    note="MLflow copies a chat model's name from its inputs to the attribute mlflow.llm.model."
    " Hotspan adds no attribute.",
)
chat(
    "of_responses",
    {"input": [{"role": "user", "content": [{"type": "image", "url": "u"}, {"type": "text", "text": "and this?"}]}]},
    {"output": [{"type": "reasoning"}, {"role": "assistant", "content": [{"type": "output_text", "text": "That."}]}]},
)
chat(
    "of_a_wrapped_request",
    {"request": {"input": [{"role": "user", "content": "wrapped"}]}},
    {"messages": [{"role": "user", "content": "q"}]},
)
chat("of_messages_without_text", {"messages": [{"role": "user", "content": ""}]}, {"choices": []})
chat("of_messages_that_are_none", {"messages": ["a", {"role": "user"}]}, {"choices": [{"text": "t"}], "output": [{"role": "assistant", "content": "x"}]})
chat("of_long_text", {"messages": [{"role": "user", "content": "é🎉" * 600}]}, "🎉" * 1200)
chat("of_exactly_1000", {"messages": [{"role": "user", "content": "x" * 1000}]}, {"messages": [{"role": "assistant", "content": "y" * 1001}]})
chat("of_plain_values", "what?", 42)


def usage(i, o, **more):
    return {"mlflow.chat.tokenUsage": {"input_tokens": i, "output_tokens": o, "total_tokens": i + o, **more}}


@case
def token_usage_is_summed():
    with mlflow.start_span(name="root"):
        for i in range(1, 3):
            with mlflow.start_span(name="llm", span_type=SpanType.LLM, attributes=usage(10 * i, i)):
                pass
        with mlflow.start_span(name="agent"):
            with mlflow.start_span(name="llm", span_type=SpanType.LLM, attributes=usage(7, 3, cache_read_input_tokens=5)):
                pass


@case
def token_usage_of_a_parent_covers_its_descendants():
    with mlflow.start_span(name="root"):
        with mlflow.start_span(name="agent", attributes=usage(100, 10)):
            with mlflow.start_span(name="step"):
                with mlflow.start_span(name="llm", attributes=usage(60, 6)):
                    pass


@case
def a_state_given_by_the_program():
    with mlflow.start_span(name="root"):
        mlflow.update_current_trace(state="ERROR")


# --- Searching ----------------------------------------------------------------------------------

FILTERS = """
trace.status = 'ERROR'
trace.status != 'OK'
trace.status IN ('OK', 'ERROR')
status = 'OK' AND span.name = 'child'
attributes.status LIKE 'E%'
trace.name = 'root'
trace.name != 'root'
trace.name LIKE 'r%'
trace.name LIKE 'R%'
trace.name ILIKE 'R%T'
trace.name LIKE 'roo'
trace.name RLIKE '^(root|span)$'
trace.name RLIKE 'oo'
trace.name = 'root' and span.name = 'llm'
span.type = 'RETRIEVER'
span.type != 'UNKNOWN'
span.type IN ('TOOL', 'LLM')
span.type NOT IN ('UNKNOWN')
span.name = 'llm' AND span.type = 'LLM'
span.name = 'llm' AND span.type = 'UNKNOWN'
span.name = 'agent' AND span.type = 'LLM'
span.status = 'ERROR'
span.status = 'ERROR' AND span.name = 'parent'
span.name LIKE '%日本%'
span.name LIKE '_'
span.name LIKE 'level_'
span.name RLIKE '^level[1-3]$'
span.attributes.model LIKE '%small%'
span.attributes.model ILIKE '%SMALL%'
span.attributes.`model` RLIKE '^sma'
span.attributes.no_such_key LIKE '%'
tag.fruit = 'pear'
tag.fruit != 'apple'
tag.fruit != 'pear'
tags.`mlflow.note` = 'n'
tag.mlflow.traceName = "root"
tag.fruit IS NULL
tag.fruit IS NOT NULL
metadata.build = '17'
metadata.`mlflow.trace.session` LIKE 'session%'
request_metadata.build RLIKE '1'
metadata.build IS NULL AND span.type = 'LLM'
trace.client_request_id = 'req-12345'
trace.text LIKE '%what is a ring%'
trace.text ILIKE '%WHAT IS A RING%'
trace.text LIKE '%no such text%'
trace.timestamp_ms > 0
trace.timestamp_ms < 5
trace.timestamp >= 1e3 AND trace.status = 'ERROR'
trace.execution_time_ms >= 0 AND trace.status = 'ERROR'
trace.execution_time > 1000000
trace.end_time_ms > 1000 AND tag.fruit = 'pear'
""".strip().splitlines()


def found_by(filter_string, cases):
    traces = mlflow.search_traces(
        filter_string=filter_string, locations=["0"], return_type="list", max_results=500, include_spans=False
    )
    return sorted(cases[trace.info.trace_id] for trace in traces if trace.info.trace_id in cases)


# --- Running and writing ------------------------------------------------------------------------


def without_environment(trace):
    info = trace["info"]
    for field in ("trace_metadata", "tags"):
        info[field] = {k: v for k, v in sorted(info[field].items()) if not ENVIRONMENT.match(k)}
    for span in trace["data"]["spans"]:
        for event in span["events"]:
            attributes = event["attributes"]
            if "exception.stacktrace" in attributes:
                attributes["exception.stacktrace"] = re.sub(
                    r'File "[^"]*/', 'File "', attributes["exception.stacktrace"]
                )
    return trace


def main(directory):
    os.makedirs(directory, exist_ok=True)
    with tempfile.TemporaryDirectory() as store:
        os.chdir(store)
        mlflow.set_tracking_uri(f"sqlite:///{store}/mlflow.db")
        cases = {}
        last_trace_id = None
        for name, run in CASES.items():
            trace_id = run() or mlflow.get_last_active_trace_id()
            mlflow.flush_trace_async_logging()
            trace = mlflow.get_trace(trace_id) if trace_id != last_trace_id else None
            last_trace_id = trace_id
            spans = len(trace.data.spans) if trace else "no trace,"
            document = {
                "case": name,
                "mlflow": mlflow.__version__,
                "note": " ".join(run.__doc__.split()) if run.__doc__ else None,
                "trace": without_environment(json.loads(trace.to_json())) if trace else None,
            }
            with open(os.path.join(directory, name + ".json"), "w", encoding="utf-8") as file:
                json.dump(document, file, indent=1, ensure_ascii=False)
                file.write("\n")
            print(f"{name}: {spans} spans")
            if trace:
                cases[trace_id] = name
        document = {"mlflow": mlflow.__version__, "found": {f: found_by(f, cases) for f in FILTERS}}
        with open(directory + "-filters.json", "w", encoding="utf-8") as file:
            json.dump(document, file, indent=1, ensure_ascii=False)
            file.write("\n")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1].rstrip("/")))
