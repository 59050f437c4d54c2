package org.sipsleuth.app.workbench.notes;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.app.workbench.loading.OpenCaptures;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.app.workbench.page.Notice.Act;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves the notes of the open captures shortly after each change, in the background: into the open
/// case, or without one beside the settings. Those of a case that holds the captures are shown with
/// it; the others are offered when the same captures are opened again. Used on the JavaFX thread.
public final class NoteAutosave {

    private static final Logger LOG = LoggerFactory.getLogger(NoteAutosave.class);

    /// Changes that come closer together are written once.
    private static final Duration PAUSE = Duration.millis(500);

    private static final int SECONDS_TO_WRITE = 5;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private final NoteStore store;
    private final CaseModel cases;
    private final Executor hashing;
    private final Executor writing;
    private final ObservableValue<DialogNotes> notes;
    private final Consumer<DialogNotes> open;
    private final Consumer<Optional<Notice>> offers;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private List<Path> files = List.of();
    private Optional<OpenCaptures> hashed = Optional.empty();
    private Optional<String> key = Optional.empty();

    /// The case whose notes are shown with these captures.
    private Optional<Path> joined = Optional.empty();

    /// The notes when the captures came, or as they were saved last.
    private DialogNotes written = DialogNotes.NONE;

    /// @param folder where the files go without a case
    /// @param cases the case of the window
    /// @param hashing where captures are hashed
    /// @param writing one thread, where files are read and written
    /// @param notes the notes now
    /// @param open replaces the notes with others
    /// @param offers shows an offer, or none
    public NoteAutosave(Path folder, CaseModel cases, Executor hashing, Executor writing,
            ObservableValue<DialogNotes> notes, Consumer<DialogNotes> open, Consumer<Optional<Notice>> offers) {
        store = new NoteStore(folder);
        this.cases = cases;
        this.hashing = hashing;
        this.writing = writing;
        this.notes = notes;
        this.open = open;
        this.offers = offers;
        pause.setOnFinished(_ -> save());
        notes.subscribe(_ -> pause.playFromStart());
        cases.openProperty().subscribe(this::followCase);
    }

    /// Follows the workbench.
    public void follow(WorkbenchState state) {
        if (state instanceof Shown(OpenCaptures shown) && hashed.filter(shown::equals).isEmpty()) {
            begin(shown);
        }
    }

    private void begin(OpenCaptures shown) {
        finish();
        if (!files.isEmpty() && !files.equals(shown.files())) {
            open.accept(DialogNotes.NONE); // those of other captures are saved with them
            written = DialogNotes.NONE;
        }
        files = shown.files();
        joined = Optional.empty();
        hashed = Optional.of(shown);
        key = Optional.empty();
        offer(Optional.empty());
        followCase(cases.openProperty().get());
        RunTask<String> task = new RunTask<>(monitor -> key(shown.index().files(), monitor));
        task.setOnSucceeded(_ -> {
            if (hashed.filter(shown::equals).isPresent()) {
                look(shown, task.getValue());
            }
        });
        task.setOnFailed(_ -> LOG.warn("Notes are not saved: no SHA-256", task.getException()));
        hashing.execute(task);
    }

    /// The analyst's notes of a case that holds the open captures are shown. What was noted without
    /// a case goes into it, where it has no note on that dialog; what another case holds does not.
    private void followCase(Optional<OpenCase> open) {
        Optional<Path> file =
                open.filter(openCase -> !files.isEmpty() && openCase.held().containsAll(files)).map(OpenCase::file);
        if (file.equals(joined) || hashed.isEmpty()) {
            return;
        }
        if (joined.isPresent()) {
            keepOutsideCase();
        }
        DialogNotes before = joined.isPresent() ? DialogNotes.NONE : notes.getValue();
        joined = file;
        if (file.isPresent()) {
            written = open.get().notesOf(cases.analyst());
            this.open.accept(before.with(written.byCallId()));
            pause.playFromStart();
        } else {
            written = DialogNotes.NONE; // the notes of a case go with it
            this.open.accept(DialogNotes.NONE);
        }
    }

    /// What was noted in the last moment before the case was closed goes beside the settings.
    private void keepOutsideCase() {
        Map<String, DialogNote> changed = difference(written, notes.getValue());
        key.filter(_ -> !changed.isEmpty())
                .ifPresent(captures -> writing
                        .execute(() -> guarded(() -> store.change(captures, changed, Instant.now()))));
    }

    /// Of one capture its SHA-256, of several that of theirs.
    private static String key(List<CaptureSummary> files, RunMonitor monitor) throws IOException {
        List<String> digests = new ArrayList<>();
        for (CaptureSummary file : files) {
            digests.add(file.sha256(monitor));
        }
        if (digests.size() == 1) {
            return digests.getFirst();
        }
        try {
            byte[] all = String.join("\n", digests.stream().sorted().toList()).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every JDK has it
        }
    }

    private void look(OpenCaptures shown, String found) {
        RunTask<Optional<SavedNotes>> task = new RunTask<>(_ -> store.load(found));
        task.setOnSucceeded(_ -> {
            if (hashed.filter(shown::equals).isPresent()) {
                offer(task.getValue().filter(saved -> adds(saved.notes())));
                key = Optional.of(found);
                pause.playFromStart();
            }
        });
        task.setOnFailed(_ -> {
            LOG.warn("Saved notes cannot be read", task.getException());
            key = Optional.of(found);
        });
        writing.execute(task);
    }

    /// Whether saved notes hold anything that is not noted now, as it is not when the captures are
    /// read once more.
    private boolean adds(DialogNotes saved) {
        Map<String, DialogNote> now = notes.getValue().byCallId();
        return !now.entrySet().containsAll(saved.byCallId().entrySet());
    }

    private void offer(Optional<SavedNotes> saved) {
        offers.accept(saved.map(this::notice));
    }

    private Notice notice(SavedNotes saved) {
        return new Notice(Notice.Tone.INFORMATION,
                text("workbench.notes.restore.title", saved.notes().byCallId().size(),
                        WHEN.format(saved.savedAt().atZone(ZoneId.systemDefault()))),
                List.of(text("workbench.notes.restore.meaning")),
                List.of(new Act(text("workbench.notes.restore"), () -> restore(saved)),
                        new Act(text("workbench.notes.discard"), this::discard)));
    }

    private void restore(SavedNotes saved) {
        DialogNotes now = notes.getValue();
        offer(Optional.empty());
        open.accept(saved.notes().with(now.byCallId()));
    }

    private void discard() {
        offer(Optional.empty());
        written = DialogNotes.NONE;
        key.ifPresent(captures -> writing.execute(() -> guarded(() -> store.discard(captures))));
        pause.playFromStart();
    }

    private void finish() {
        pause.stop();
        save();
    }

    /// Saves what is not saved yet, in the background.
    public void save() {
        DialogNotes now = notes.getValue();
        if (key.isEmpty() || now.equals(written)) {
            return;
        }
        Map<String, DialogNote> changed = difference(written, now);
        written = now;
        String captures = key.get();
        // beside the settings at once, also while the case is busy
        writing.execute(() -> guarded(() -> store.change(captures, changed, Instant.now())));
        boolean intoCase = cases.openProperty().get().filter(openCase -> openCase.obstacle().isEmpty()).isPresent();
        if (intoCase) {
            cases.annotate(hashed.orElseThrow().index(), changed, isStored -> {
                if (isStored) {
                    forget(captures, changed);
                }
            });
        }
    }

    /// What the case has is no longer needed beside the settings.
    private void forget(String captures, Map<String, DialogNote> stored) {
        Map<String, DialogNote> none = new HashMap<>(stored);
        none.replaceAll((_, _) -> DialogNote.NONE);
        writing.execute(() -> guarded(() -> store.change(captures, none, Instant.now())));
    }

    /// The notes that differ; what is saved and not restored yet stays beside them.
    private static Map<String, DialogNote> difference(DialogNotes before, DialogNotes now) {
        Map<String, DialogNote> changed = new HashMap<>();
        Stream.of(before, now)
                .flatMap(notes -> notes.byCallId().keySet().stream())
                .filter(callId -> !before.of(callId).equals(now.of(callId)))
                .forEach(callId -> changed.put(callId, now.of(callId)));
        return changed;
    }

    /// Saves what is not saved yet, and waits for it, for a few seconds at most.
    public void close() {
        finish();
        CountDownLatch saved = new CountDownLatch(1);
        writing.execute(saved::countDown);
        try {
            if (!saved.await(SECONDS_TO_WRITE, TimeUnit.SECONDS)) {
                LOG.warn("The notes are not yet saved");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void guarded(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            LOG.warn("Notes cannot be saved", e);
        }
    }
}
