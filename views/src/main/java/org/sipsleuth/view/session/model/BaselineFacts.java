package org.sipsleuth.view.session.model;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// What a model that is trained in the window states of its baseline.
public final class BaselineFacts {

    private BaselineFacts() {}

    /// The facts. Cost: reads the captures once more, for their SHA-256.
    ///
    /// @param index the open captures
    /// @param name display name of the model; blank for the names of the files
    public static TrainingFacts of(SipIndex index, String name, Training.Origin origin, RunMonitor monitor)
            throws IOException {
        List<Training.Input> inputs = new ArrayList<>();
        for (CaptureSummary file : index.files()) {
            monitor.progress(new Progress(text("model.hashing"), inputs.size(), index.files().size()));
            inputs.add(new Training.Input(FileName.last(file.path()), file.sha256(monitor), file.messages(),
                    file.dialogs()));
        }
        String files = names(index);
        return new TrainingFacts(name.isBlank() ? files : name, files, inputs, origin);
    }

    /// The facts of files that are no captures, learned now.
    ///
    /// @param name display name of the model
    /// @param program the version of the program
    public static TrainingFacts of(String name, List<Training.Input> inputs, String program) {
        return new TrainingFacts(name, name, inputs, origin(program));
    }

    /// Learned now, under terms that nobody stated.
    static Training.Origin origin(String program) {
        return new Training.Origin(program, Instant.now(), text("session.model.licence.none"));
    }

    /// The first file, and how many more there are.
    public static String names(SipIndex index) {
        String first = FileName.last(index.files().getFirst().path());
        return index.files().size() == 1 ? first : text("session.model.several", first, index.files().size() - 1);
    }
}
