package org.sipsleuth.app.command.investigate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.truth.read.IndexTruth;

/// What is known of captures by the truth files beside them.
public final class KnownTruth {

    private final Terminal terminal;

    public KnownTruth(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The labels of a capture's messages: those of its truth, or that all is normal where there is
    /// none, or a lab hides it; empty, and reported, if a truth cannot be read.
    public Optional<TrafficLabels> labels(SipIndex index) {
        List<Path> files = index.files().stream().map(CaptureSummary::path).toList();
        if (index.conceals(Concealed.TRUTH) || !IndexTruth.isThere(files)) {
            return Optional.of(TrafficLabels.NONE);
        }
        try {
            return Optional.of(IndexTruth.read(index, RunMonitor.NONE).labels());
        } catch (IOException unreadable) {
            terminal.report("ground truth of the captures: " + unreadable.getMessage());
            return Optional.empty();
        }
    }
}
