package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.input.ModelDetectors;
import org.sipsleuth.app.command.input.ModelFiles;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.DetectorThreads;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.triage.TriageQueue;

/// Reads captures and makes the queue of triage of them, the same as in the window.
final class TriageReader {

    /// The method whose model judges dialogs.
    private static final String DIALOG_MODELS = "sequence";

    private static final int MOST_NAMED = 5;

    private final Terminal terminal;
    private final Methods methods;
    private final CommonOptions options;

    TriageReader(Terminal terminal, Methods methods, CommonOptions options) {
        this.terminal = terminal;
        this.methods = methods;
        this.options = options;
    }

    /// What was read.
    ///
    /// @param isComplete whether all captures could be read to their end
    /// @param fitsAll whether the model fits all networks
    record Read(TriageQueue queue, boolean isComplete, boolean fitsAll) {

        /// Why there is nothing to decide, in a sentence.
        String whyEmpty() {
            if (queue.index().dialogs().size() == 0) {
                return "nothing to decide: no SIP dialog was captured";
            }
            return fitsAll
                    ? "nothing to decide: the model knows every step, none departs from RFC 3261, and no call or"
                            + " registration failed"
                    : "nothing to decide: the model does not fit, so only failures and departures from RFC 3261 would"
                            + " be rows, and there are none";
        }
    }

    /// Reads them; nothing, and the reason on standard error, if that cannot be done.
    ///
    /// @param models to use, as the user named them; without any the bundled ones
    Optional<Read> read(List<String> files, List<String> models) throws IOException {
        Optional<List<ModelFile>> given =
                models.isEmpty() ? Optional.of(methods.shipped()) : new ModelFiles(terminal).read(models);
        Optional<List<Detector>> detectors = given.isEmpty() ? Optional.empty()
                : new ModelDetectors(terminal, methods).of(given.get(), model -> model);
        if (detectors.isEmpty()) {
            return Optional.empty();
        }
        if (detectors.get().stream().noneMatch(each -> each.name().equals(DIALOG_MODELS))) {
            terminal.report("no model of sequences: name one with --model FILE (from sipsleuth train sequence)");
            return Optional.empty();
        }
        ReadCaptures<SipIndex> captures = options.captureFiles(terminal).read(files);
        if (captures.content().isEmpty()) {
            return Optional.empty();
        }
        try (ProgressLine progress =
                new ProgressLine(terminal, options.showsProgress(), options.faults().to(terminal))) {
            Investigation found = DetectorThreads.investigate(captures.content().get(), detectors.get(), progress);
            options.faults().report(found.faults(), terminal);
            List<ModelFit> misfits = found.fits()
                    .stream()
                    .filter(fit -> fit.origin().detector().equals(DIALOG_MODELS) && !fit.fits())
                    .toList();
            misfits.forEach(fit -> terminal.report(misfit(fit, captures.content().get())));
            return TriageQueue.of(found, progress)
                    .map(queue -> new Read(queue, captures.isComplete(), misfits.isEmpty()));
        }
    }

    private static String misfit(ModelFit fit, SipIndex index) {
        List<String> files = fit.misfitFiles(index);
        String more = files.size() > MOST_NAMED ? ", …" : "";
        return "the model does not fit %d of %d networks (%s%s): of these, only failures and departures from RFC 3261 are rows"
                .formatted(fit.misfits().size(), fit.networks().size(),
                        files.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")), more);
    }
}
