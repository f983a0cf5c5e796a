/** Listeners of LangChain4j that make spans of what its models and retrievers do. */
package io.hotspan.langchain4j;
