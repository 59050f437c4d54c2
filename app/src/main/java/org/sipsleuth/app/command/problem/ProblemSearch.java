package org.sipsleuth.app.command.problem;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelDetectors;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Contained;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.pipeline.problem.ProblemMethod;

/// Reads the problems of captures for a command, with what its user knows of hosts.
public final class ProblemSearch {

    private final Terminal terminal;
    private final FilterOption filter;
    private final Detector detector;

    private ProblemSearch(Terminal terminal, FilterOption filter, Detector detector) {
        this.terminal = terminal;
        this.filter = filter;
        this.detector = detector;
    }

    /// One with the thresholds that come with the program; empty, with the reason on standard error,
    /// if the user's roles cannot be read.
    ///
    /// @param filter of the command, which has the roles
    public static Optional<ProblemSearch> of(Terminal terminal, FilterOption filter) throws IOException {
        Optional<Methods> methods = filter.methods(terminal);
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        return new ModelDetectors(terminal, methods.get()).of(List.of(new ProblemMethod().shipped()), model -> model)
                .flatMap(all -> all.stream().filter(each -> each.name().equals(ProblemMethod.NAME)).findFirst())
                .map(each -> new ProblemSearch(terminal, filter, each));
    }

    /// Those of a capture; empty, with the reason on standard error, if reading them failed.
    public Optional<ProblemDetection> in(SipIndex index, boolean showsProgress) {
        try (ProgressLine progress = new ProgressLine(terminal, showsProgress)) {
            Contained<Detection> run = Contained.of(ProblemMethod.NAME, () -> detector.score(index, progress));
            filter.faults().report(run.fault().stream().toList(), terminal);
            filter.faults().report(run.answer().map(Detection::faults).orElse(List.of()), terminal);
            return run.answer().flatMap(found -> ProblemDetection.among(List.of(found)));
        }
    }
}
