package org.sipsleuth.app.command;

import java.util.List;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.LegLimits;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import picocli.CommandLine.Option;

/// The options of commands that can search for the legs of calls.
final class LegOptions {

    @Option(names = "--legs",
            description = {
                "correlate dialogs that are legs of one call: by X-Call-ID and similar fields,"
                        + " Session-ID, P-Charging-Vector, Replaces and REFER, otherwise by time,"
                        + " numbers, media addresses, codecs and hosts"}) private boolean wanted;

    @Option(names = "--leg-field", paramLabel = "NAME",
            description = {
                "with --legs: a header field with the Call-ID of another leg, in addition to"
                        + " X-Call-ID, X-CID, X-Original-Call-ID and X-Correlation-ID; can be given"
                        + " several times"}) private List<String> fields = List.of();

    /// Whether legs are asked for.
    boolean wanted() {
        return wanted;
    }

    /// Searches for them.
    Legs of(SipIndex index, Terminal terminal, CommonOptions options) {
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            Legs legs = Legs.of(index, LegSettings.USUAL.withFields(fields), progress);
            report(legs.limits(), progress);
            return legs;
        }
    }

    private static void report(LegLimits limits, ProgressLine progress) {
        if (limits.common() > 0) {
            progress.report("identifiers ignored because more than 64 dialogs share them: " + limits.common());
        }
        if (limits.crowded() > 0) {
            progress.report("dialogs with more possible partners than are compared (the nearest 32 of a kind): "
                    + limits.crowded());
        }
        if (limits.refused() > 0) {
            progress.report("links refused because the call would exceed 256 legs: " + limits.refused());
        }
    }
}
