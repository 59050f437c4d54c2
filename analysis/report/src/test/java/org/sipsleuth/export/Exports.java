package org.sipsleuth.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;

/// Exports that tests write and read again.
final class Exports {

    private Exports() {}

    static SipIndex read(Path... files) throws IOException {
        return CaptureIndexer.read(List.of(files), RunMonitor.NONE);
    }

    static Exported write(SipIndex index, Path file, boolean hasMedia, int... dialogs) throws IOException {
        ExportRequest request = ExportRequest.ofDialogs(index, dialogs, hasMedia, ReadOptions.NONE);
        return CaptureExport.write(index, request, at(index, file), RunMonitor.NONE);
    }

    /// All facts of a dialog.
    static String reported(SipIndex index, int dialog) {
        DialogTable dialogs = index.dialogs();
        return dialogs.callId(dialog) + " | " + dialogs.sequenceText(dialog) + " | "
                + DialogOutcome.of(index, dialog).state() + " | " + dialogs.messageCount(dialog) + " | "
                + dialogs.retransmissionCount(dialog) + " | " + dialogs.startNanos(dialog) + " | "
                + dialogs.durationNanos(dialog);
    }

    static int[] all(SipIndex index) {
        return IntStream.range(0, index.dialogs().size()).toArray();
    }

    /// A file that is no input of an index.
    static ExportOutput at(SipIndex index, Path file) throws IOException {
        return ExportOutput.at(file, OutputRules.CONFIRMED.with(ExportOutput.inputs(index, ReadOptions.NONE)));
    }
}
