package org.sipsleuth.app.command.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.edge.traffic.ScanSettings;
import picocli.CommandLine.Option;

/// The options that choose what is replayed.
public final class ReplayOptions {

    @Option(names = "--border", paramLabel = "ADDRESS", split = ",",
            description = "addresses of the hosts to protect (default: the registrars and proxies of the"
                    + " capture)") List<String> border = List.of();

    @Option(names = "--truth",
            description = "classify messages by the ground-truth files beside the captures") boolean byTruth;

    @Option(names = "--incident", paramLabel = "N",
            description = "only this incident counts as an attack, by its number in analyze")
    @Nullable Integer incident;

    @Option(names = "--signatures", paramLabel = "BUNDLE",
            description = "a bundle of sipsleuth signatures, for the protection signatures")
    @Nullable String bundle;

    @Option(names = "--grammar", paramLabel = "CHECK", defaultValue = "reader",
            description = "what the protection grammar discards: reader (what the reader finds defective;"
                    + " fast) or abnf (what breaks a MUST of the RFCs; a millisecond a"
                    + " message) (default: ${DEFAULT-VALUE})") ScanSettings.Grammar grammar =
                            ScanSettings.Grammar.READER;

    /// Whether messages are classified by ground truth.
    public boolean isByTruth() {
        return byTruth;
    }
}
