package org.sipsleuth.file;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What the outputs of one command may replace. Whatever the rules are, an input, a capture that
/// SipSleuth did not write, and the ground truth of a capture stay.
///
/// @param inputs all files that the command reads; never replaced, by whatever name or link
/// @param replaces whether the user agreed that other existing files are replaced (`--force`, or
///     the question of a file dialog)
public record OutputRules(List<Path> inputs, boolean replaces) {

    /// New files only.
    public static final OutputRules NEW_FILES = new OutputRules(List.of(), false);

    /// Existing files may be replaced, as a file dialog has asked.
    public static final OutputRules CONFIRMED = new OutputRules(List.of(), true);

    public OutputRules {
        inputs = List.copyOf(inputs);
    }

    /// The same rules, with more inputs.
    public OutputRules with(Collection<Path> more) {
        return new OutputRules(Stream.concat(inputs.stream(), more.stream()).toList(), replaces);
    }
}
