package org.sipsleuth.view.account;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.UnreadFrames.Loss;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.account.AccountRow.Kind;

/// What the account says about some files.
final class AccountViewModel {

    private final ObservableList<FileRow> files = FXCollections.observableArrayList();
    private final ObservableList<AccountRow> notRead = FXCollections.observableArrayList();
    private final ObservableList<AccountRow> defects = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper keysOpen = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    /// How the files follow each other in time; empty if there is only one.
    ObservableList<FileRow> files() {
        return files;
    }

    /// Frames that yielded no message, file by file.
    ObservableList<AccountRow> notRead() {
        return notRead;
    }

    /// Defects of messages, and damage of files, file by file.
    ObservableList<AccountRow> defects() {
        return defects;
    }

    /// The account in one sentence.
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Whether the secrets of TLS would open some of the frames.
    ReadOnlyBooleanProperty keysOpenProperty() {
        return keysOpen.getReadOnlyProperty();
    }

    /// Everything, for the clipboard.
    List<AccountRow> all() {
        List<AccountRow> rows = new ArrayList<>();
        for (FileRow row : files) {
            rows.add(new AccountRow(Kind.PLACE, row.file(), row.follows(), row.place(), ""));
            if (row.repeated() > 0) {
                String reason = text("account.repeated");
                rows.add(new AccountRow(Kind.REPEATED, row.file(), reason, row.repeated(), ""));
            }
        }
        rows.addAll(notRead);
        rows.addAll(defects);
        rows.sort(Comparator.comparing(AccountRow::file));
        return rows;
    }

    /// Speaks of these files.
    void show(List<CaptureSummary> shown) {
        files.setAll(FileRows.of(shown));
        notRead.setAll(shown.stream().flatMap(f -> unread(f).stream()).toList());
        List<AccountRow> wrong = new ArrayList<>();
        for (CaptureSummary file : shown) {
            file.damage().ifPresent(d -> wrong.add(new AccountRow(Kind.DAMAGE, name(file), d.what(), d.offset(), "")));
            if (file.gaps().gaps() > 0) {
                wrong.add(gaps(file, file.gaps()));
            }
            lost(file, "account.dropped", file.notes().dropped()).ifPresent(wrong::add);
            lost(file, "account.discarded", file.notes().discarded()).ifPresent(wrong::add);
            file.defects()
                    .entrySet()
                    .stream()
                    .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                    .map(e -> new AccountRow(Kind.DEFECT, name(file), e.getKey(), e.getValue(), ""))
                    .forEach(wrong::add);
        }
        defects.setAll(wrong);
        long frames = shown.stream().mapToLong(CaptureSummary::frames).sum();
        long messages = shown.stream().mapToLong(CaptureSummary::messages).sum();
        long silent = notRead.stream().mapToLong(AccountRow::count).sum();
        long lost = notRead.stream().filter(row -> row.kind() == Kind.NOT_READ).mapToLong(AccountRow::count).sum();
        String all = text("account.summary", frames, messages, silent);
        summary.set(silent == 0 ? all : all + " " + text("account.summary.lost", lost));
        keysOpen.set(shown.stream()
                .flatMap(file -> file.unread().stream())
                .anyMatch(u -> u.loss() == Loss.FOR_WANT_OF_KEYS));
    }

    private static List<AccountRow> unread(CaptureSummary file) {
        return file.unread()
                .stream()
                .sorted(Comparator.comparing(u -> u.loss() == Loss.NONE)) // those first that matter
                .map(u -> new AccountRow(u.loss() == Loss.NONE ? Kind.NO_MESSAGE : Kind.NOT_READ, name(file),
                        u.reason(), u.frames(), examples(file, u.examples(), u.frames())))
                .toList();
    }

    private static AccountRow gaps(CaptureSummary file, StreamGaps gaps) {
        String reason = text("account.gaps", gaps.bytes());
        return new AccountRow(Kind.GAP, name(file), reason, gaps.gaps(), examples(file, gaps.frames(), gaps.gaps()));
    }

    private static Optional<AccountRow> lost(CaptureSummary file, String key, long packets) {
        return packets == 0 ? Optional.empty()
                : Optional.of(new AccountRow(Kind.GAP, name(file), text(key), packets, ""));
    }

    private static String examples(CaptureSummary summary, List<FrameNumber> frames, long all) {
        String numbers =
                frames.stream().map(frame -> summary.frameText(frame.frame())).collect(Collectors.joining(", "));
        return all > frames.size() && !numbers.isEmpty() ? numbers + " …" : numbers;
    }

    private static String name(CaptureSummary file) {
        return FileName.last(file.path());
    }
}
