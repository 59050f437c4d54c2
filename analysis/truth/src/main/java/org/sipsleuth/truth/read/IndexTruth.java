package org.sipsleuth.truth.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.truth.TruthHead;
import org.sipsleuth.truth.TruthLabel;

/// The truth of the captures of an index, by the numbers of its dialogs and messages. Immutable.
public final class IndexTruth {

    private static final int DIGITS_SHOWN = 8;
    private static final int ROWS_BETWEEN = 4096;
    private static final int UNKNOWN = -1;

    private final SipIndex index;

    /// By the number of the file; empty for a file that has none.
    private final List<Optional<TruthFile>> files;

    /// What dialogs can be.
    private final List<TruthLabel> labels;

    /// A place in the labels for each dialog, or -1.
    private final IntColumn ofDialog;

    private IndexTruth(SipIndex index, List<Optional<TruthFile>> files, List<TruthLabel> labels, IntColumn ofDialog) {
        this.index = index;
        this.files = List.copyOf(files);
        this.labels = List.copyOf(labels);
        this.ofDialog = ofDialog;
    }

    /// Whether there is a truth beside one of these captures.
    public static boolean isThere(List<Path> captures) {
        return captures.stream().map(TruthFile::beside).anyMatch(Files::isRegularFile);
    }

    /// Reads the truths beside the captures of an index.
    ///
    /// @throws TruthFormatException if one is no truth, or belongs to another capture
    /// @throws IOException if a file cannot be read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static IndexTruth read(SipIndex index, RunMonitor monitor) throws IOException {
        List<Optional<TruthFile>> files = new ArrayList<>();
        for (CaptureSummary capture : index.files()) {
            Path beside = TruthFile.beside(capture.path());
            if (Files.isRegularFile(beside)) {
                check(TruthFile.head(beside), capture, monitor);
                files.add(Optional.of(TruthFile.read(beside, monitor)));
            } else {
                files.add(Optional.empty());
            }
        }
        LabelPool pool = new LabelPool();
        IntColumn ofDialog = new IntColumn();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            if (dialog % ROWS_BETWEEN == 0) {
                monitor.throwIfCancelled();
            }
            String callId = index.dialogs().callId(dialog);
            ofDialog.add(files.stream()
                    .flatMap(file -> file.flatMap(truth -> truth.ofDialog(callId)).stream())
                    .findFirst()
                    .map(pool::number)
                    .orElse(UNKNOWN));
        }
        return new IndexTruth(index, files, pool.labels(), ofDialog);
    }

    private static void check(TruthHead head, CaptureSummary capture, RunMonitor monitor) throws IOException {
        if (head.capture().frames() != capture.frames()) {
            throw new TruthFormatException("It belongs to another capture (%d frames; this one has %d)."
                    .formatted(head.capture().frames(), capture.frames()));
        }
        String sha256 = capture.sha256(monitor);
        if (!sha256.equals(head.capture().sha256())) {
            throw new TruthFormatException(
                    "It belongs to another capture (its SHA-256 begins with %s; this one's with %s)."
                            .formatted(shortened(head.capture().sha256()), shortened(sha256)));
        }
    }

    private static String shortened(String sha256) {
        String digits = sha256.replaceAll("[^0-9a-fA-F]", "?");
        return digits.substring(0, Math.min(DIGITS_SHOWN, digits.length()));
    }

    /// The index that it speaks of.
    public SipIndex index() {
        return index;
    }

    /// What a dialog is; empty if no truth names it, as those of a real capture.
    public Optional<TruthLabel> ofDialog(int dialog) {
        int label = ofDialog.get(dialog);
        return label == UNKNOWN ? Optional.empty() : Optional.of(labels.get(label));
    }

    /// What a message is; empty if no truth names its dialog.
    public Optional<TruthLabel> ofMessage(int message) {
        MessageTable messages = index.messages();
        Optional<TruthLabel> named = files.get(messages.file(message))
                .flatMap(truth -> truth.ofMessage(messages.frame(message), place(message)));
        if (named.isPresent()) {
            return named;
        }
        return ofDialog(messages.dialog(message)).map(_ -> TruthLabel.NORMAL);
    }

    /// What is summed up of all attacks, in the order of the files.
    public List<AttackFacts> attacks() {
        return files.stream().flatMap(file -> file.stream().flatMap(truth -> truth.attacks().stream())).toList();
    }

    /// The same, for methods that are trained with it.
    public TrafficLabels labels() {
        return message -> ofMessage(message).map(label -> label.trafficClass().text());
    }

    /// Which bytes of a message were changed on purpose.
    public List<MutatedBytes> mutations(int message) {
        MessageTable messages = index.messages();
        return files.get(messages.file(message))
                .map(truth -> truth.mutations(messages.frame(message), place(message)))
                .orElse(List.of());
    }

    /// What is summed up of an attack of a dialog or message.
    ///
    /// @param message one of its messages
    public Optional<AttackFacts> attack(TruthLabel label, int message) {
        return files.get(index.messages().file(message))
                .stream()
                .flatMap(truth -> truth.attacks().stream())
                .filter(facts -> label.attack().filter(facts.attack()::equals).isPresent())
                .findFirst();
    }

    /// The place of a message among those that its frame completes. Messages of one time lie
    /// together.
    private int place(int message) {
        MessageTable messages = index.messages();
        long nanos = messages.capturedAtNanos(message);
        int place = 0;
        for (int i = message - 1; i >= 0 && messages.capturedAtNanos(i) == nanos; i--) {
            boolean same = messages.frame(i) == messages.frame(message) && messages.file(i) == messages.file(message);
            place += same ? 1 : 0;
        }
        return place;
    }
}
