package org.sipsleuth.app.command.investigate;

import java.time.Instant;
import java.util.List;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Training;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.text.FileName;

/// The training captures of a command line.
public final class Baseline {

    private final SipIndex index;
    private final FileDigests digests;

    /// @param digests of the files of the index
    public Baseline(SipIndex index, FileDigests digests) {
        this.index = index;
        this.digests = digests;
    }

    /// The facts for a model.
    ///
    /// @param name display name of the model
    /// @param trainedAt the date to be kept
    /// @param licence the terms under which the captures may be used
    public TrainingFacts facts(String name, Instant trainedAt, String licence) {
        return facts(name,
                index.files()
                        .stream()
                        .map(file -> new Training.Input(FileName.last(file.path()), digests.of(file), file.messages(),
                                file.dialogs()))
                        .toList(),
                trainedAt, licence);
    }

    /// The facts for a model of other files.
    ///
    /// @param name display name of the model
    /// @param inputs the files, at least one
    /// @param trainedAt the date to be kept
    /// @param licence the terms under which the files may be used
    public static TrainingFacts facts(String name, List<Training.Input> inputs, Instant trainedAt, String licence) {
        return new TrainingFacts(name, description(inputs), inputs,
                new Training.Origin(ProgramVersion.text(), trainedAt, licence));
    }

    private static String description(List<Training.Input> inputs) {
        String first = inputs.getFirst().file();
        return inputs.size() == 1 ? first : "%s and %d more".formatted(first, inputs.size() - 1);
    }
}
