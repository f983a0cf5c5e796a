package io.hotspan.demo.assistant;

import java.util.List;

/**
 * What the assistant answers.
 *
 * @param text not null
 * @param model that gave it; not null
 * @param sources chunk ids of the passages that the model was given, best first
 */
public record Answer(String text, String model, List<String> sources) {}
