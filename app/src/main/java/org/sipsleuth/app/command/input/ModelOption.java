package org.sipsleuth.app.command.input;

import java.util.List;
import picocli.CommandLine.Option;

/// The option `--model` of commands that use models for their filter only.
public final class ModelOption {

    @Option(names = "--model", paramLabel = "MODEL",
            description = {
                "a model from sipsleuth train for the filter fields finding.…, dialog.mark,"
                        + " dialog.unknown and network.mark; \"shipped\" selects the bundled models;"
                        + " can be given several times"}) private List<String> names = List.of();

    /// The models, as the user named them.
    public List<String> names() {
        return names;
    }
}
