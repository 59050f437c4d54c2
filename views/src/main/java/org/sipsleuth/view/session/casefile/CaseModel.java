package org.sipsleuth.view.session.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.concurrent.Worker;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.CaseAddition;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.CaseMerge;
import org.sipsleuth.casefile.CasePackage;
import org.sipsleuth.casefile.CaseVerification;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Bookmark;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputFolder;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.Memory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The case of the window, if one is open: what is decided is on the disk before it is shown. The
/// first verdict without a case begins one for all open captures, in the user's folder of cases: the
/// one that the verdict is about at once, the others when they are hashed;
/// when the same capture is opened again, that case is opened with it. Used on the JavaFX thread;
/// the file is used on one other thread, which does not wait for large captures to be hashed. What
/// is asked for is done in that order.
public final class CaseModel {

    private static final Logger LOG = LoggerFactory.getLogger(CaseModel.class);
    private static final String EXTENSION = ".case";
    private static final int DIGITS_OF_HASH = 8;
    private static final int SECONDS_TO_WRITE = 5;
    private static final String RECENT = "cases.recent";
    private static final int MOST_RECENT = 12;
    private static final Set<Worker.State> ENDED =
            EnumSet.of(Worker.State.SUCCEEDED, Worker.State.FAILED, Worker.State.CANCELLED);

    private final Path folder;
    private final Author author;
    private final Memory memory;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<OpenCase>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<CaseVerification>> verification =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper verifying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Worker<?>>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Merged>> merged = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<CaptureSummary>> absent = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper adding = new ReadOnlyBooleanWrapper();
    private List<String> unsearched = List.of();
    private Optional<SipIndex> shown = Optional.empty();

    /// The last hash of the log that the verification is about.
    private String verifiedHash = "";

    /// Completes once all steps so far were handed to the writing thread.
    private CompletableFuture<?> handedOver = CompletableFuture.completedFuture(true);

    /// The captures that are being hashed to know whether the case holds them.
    private List<CaptureSummary> sought = List.of();

    /// Used by the writing thread only.
    private @Nullable CaseFile file;

    /// The case that the last verdict or bookmark began. Used by the writing thread only.
    private Optional<Path> begun = Optional.empty();

    /// Where the work is done.
    ///
    /// @param writing one thread: uses the case
    /// @param hashing hashes captures that the case is about to refer to
    /// @param verifying hashes all captures of a case, which can take hours
    public record Background(Executor writing, Executor hashing, Executor verifying) {}

    /// What the last merge did.
    ///
    /// @param into the case that it changed
    /// @param other the case that was added
    public record Merged(Path into, Path other, CaseMerge.Result result) {}

    /// The case as it is on the disk.
    ///
    /// @param unhashed open captures that it may hold: their hashes are not known yet
    /// @param absent open captures that it does not hold
    /// @param unsearched its captures that are not open, by their names; none while hashes are not
    ///     known
    private record Content(Optional<OpenCase> open, List<CaptureSummary> unhashed, List<CaptureSummary> absent,
            List<String> unsearched) {}

    /// What the log says about a case.
    ///
    /// @param evidence the captures, which are still to be hashed
    /// @param lastHash of the log by then
    private record Rows(CaseVerification found, List<Evidence> evidence, String lastHash) {}

    /// What is done with the case on the writing thread.
    @FunctionalInterface
    private interface Step {
        void run(RunMonitor monitor) throws IOException;
    }

    /// Told on the writing thread whether something is on the disk.
    @FunctionalInterface
    public interface Outcome {
        void stored(boolean isStored);
    }

    /// @param folder where cases go that the user did not name
    /// @param analyst who decides
    /// @param program its name and version
    /// @param memory of the cases that were open in earlier windows
    /// @param background where the case is used, and captures are hashed
    public CaseModel(Path folder, String analyst, String program, Clock clock, Memory memory, Background background) {
        this.folder = folder;
        this.memory = memory;
        this.author = new Author(analyst, program, clock);
        this.background = background;
    }

    /// The open case.
    public ReadOnlyObjectProperty<Optional<OpenCase>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The open captures that the open case does not hold; without a case, none.
    public ReadOnlyObjectProperty<List<CaptureSummary>> absentProperty() {
        return absent.getReadOnlyProperty();
    }

    /// The captures of the open case that are not open, by their names.
    public List<String> unsearched() {
        return unsearched;
    }

    /// Whether open captures are being hashed to become part of the case.
    public ReadOnlyBooleanProperty addingProperty() {
        return adding.getReadOnlyProperty();
    }

    /// Adds all open captures to the open case that it does not hold, once they are hashed.
    public void addOpenCaptures() {
        Optional<Path> into = open.get().map(OpenCase::file);
        if (into.isPresent() && shown.isPresent() && !adding.get()) {
            add(shown.get(), into.get());
        }
    }

    /// Nothing is added if another case is open by the time that the captures are hashed.
    private void add(SipIndex index, Path into) {
        adding.set(true);
        RunTask<Boolean> task = new RunTask<>(_ -> hash(index.files()));
        task.setOnSucceeded(_ -> {
            adding.set(false);
            run(monitor -> {
                CaseFile its = file;
                if (its != null && its.file().equals(into)) {
                    addCaptures(its, index, monitor);
                }
            });
        });
        task.setOnFailed(_ -> {
            adding.set(false);
            failed(task.getException());
        });
        background.hashing().execute(task);
    }

    /// Why the last step failed, for the user; empty if it did not.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The merging or unpacking that is going on, which can be cancelled.
    public ReadOnlyObjectProperty<Optional<Worker<?>>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// What the last merge into the open case did; empty before there was one.
    public ReadOnlyObjectProperty<Optional<Merged>> mergedProperty() {
        return merged.getReadOnlyProperty();
    }

    /// Adds another case to the open one; nothing of it if that is cancelled.
    ///
    /// @param accepted analysts of the open case whose rows in the other one are theirs
    public void merge(Path other, Set<String> accepted) {
        merged.set(Optional.empty());
        run(List.of(), monitor -> {
            CaseFile its = file;
            if (its != null) {
                Merged done = new Merged(its.file(), other, CaseMerge.merge(its, other, accepted, monitor));
                Platform.runLater(() -> merged.set(Optional.of(done)));
            }
        }, this::follow);
    }

    /// What the last merge did is no longer of interest.
    public void forgetMerge() {
        merged.set(Optional.empty());
    }

    /// Unpacks a case into a folder, which is made if it is missing, and opens it in place of the
    /// one that is open. Nothing is left of it if that fails or is cancelled.
    public void unpack(Path zip, Path into) {
        run(List.of(), monitor -> {
            Path unpacked;
            try (OutputFolder _ = OutputFolder.at(into)) {
                unpacked = CasePackage.read(zip, into, UnpackLimit.DEFAULT, monitor);
            }
            replace(CaseFile.open(unpacked, author));
        }, this::follow);
    }

    /// Stops the merging or unpacking that is going on.
    public void cancel() {
        running.get().ifPresent(Worker::cancel);
    }

    private void follow(Worker<?> task) {
        running.set(Optional.of(task));
        task.stateProperty().subscribe(state -> {
            boolean isCurrent = running.get().filter(task::equals).isPresent();
            if (isCurrent && ENDED.contains(state)) {
                running.set(Optional.empty());
            }
        });
    }

    /// What the last verification of the open case found; empty before there was one.
    public ReadOnlyObjectProperty<Optional<CaseVerification>> verificationProperty() {
        return verification.getReadOnlyProperty();
    }

    /// Whether the case is being verified.
    public ReadOnlyBooleanProperty verifyingProperty() {
        return verifying.getReadOnlyProperty();
    }

    /// Compares all rows with the log, and the captures with their hashes.
    public void verify() {
        Optional<OpenCase> its = open.get();
        if (its.isEmpty() || verifying.get()) {
            return;
        }
        Path verified = its.get().file();
        RunTask<Rows> task = new RunTask<>(_ -> rows(verified));
        verifying.set(true);
        task.setOnSucceeded(_ -> verifyEvidence(verified, task.getValue()));
        task.setOnFailed(_ -> verificationFailed(task.getException()));
        background.writing().execute(task);
    }

    private Rows rows(Path verified) throws IOException {
        CaseFile its = file;
        String lastHash = its == null ? "" : its.lastHash();
        return new Rows(CaseVerification.withoutEvidence(verified), CaseVerification.evidence(verified), lastHash);
    }

    private void verifyEvidence(Path verified, Rows rows) {
        RunTask<CaseVerification> task =
                new RunTask<>(monitor -> rows.found().withEvidence(verified, rows.evidence(), List.of(), monitor));
        task.setOnSucceeded(_ -> {
            verifying.set(false);
            if (open.get().filter(openCase -> openCase.file().equals(verified)).isPresent()) {
                showVerification(task.getValue(), rows.lastHash());
            }
        });
        task.setOnFailed(_ -> verificationFailed(task.getException()));
        background.verifying().execute(task);
    }

    /// Faults are shown even if the case was changed meanwhile.
    ///
    /// @param hash the last one of the log when the rows were compared with it
    private void showVerification(CaseVerification found, String hash) {
        String now = open.get().map(OpenCase::lastHash).orElse("");
        verifiedHash = found.isIntact() ? hash : now;
        verification.set(Optional.of(found));
        if (!now.equals(verifiedHash)) {
            run(_ -> {}); // changed since, by this window or by another program
        }
    }

    private void verificationFailed(Throwable cause) {
        verifying.set(false);
        failed(cause);
    }

    /// The analyst.
    public String analyst() {
        return author.name();
    }

    /// Follows the open capture: the case that was begun for it is opened, if none is open.
    public void show(SipIndex index) {
        boolean isOther = shown.map(capture -> !capture.files().equals(index.files())).orElse(true);
        shown = Optional.of(index);
        if (isOther && open.get().isPresent()) {
            run(_ -> {}); // it may hold these captures
        } else if (isOther && Files.isDirectory(folder)) {
            openOwn(index);
        }
    }

    private void openOwn(SipIndex index) {
        RunTask<Path> task = new RunTask<>(monitor -> proposal(index, monitor));
        task.setOnSucceeded(_ -> {
            Path own = task.getValue();
            if (shown.filter(index::equals).isPresent()) {
                run(_ -> openOwn(own));
            }
        });
        task.setOnFailed(_ -> failed(task.getException()));
        background.hashing().execute(task);
    }

    private void openOwn(Path own) throws IOException {
        if (file == null && Files.exists(own)) {
            file = CaseFile.open(own, author);
        }
    }

    /// No capture is open.
    public void showNothing() {
        shown = Optional.empty();
    }

    /// Makes a case with the open captures, in place of the one that is open.
    public void create(Path at) {
        Optional<SipIndex> index = shown;
        run(index.map(SipIndex::files).orElse(List.of()), monitor -> {
            CaseAddition captures = new CaseAddition(at);
            if (index.isPresent()) {
                collect(captures, List.of(), index.get(), monitor);
            }
            replace(CaseFile.create(at, stem(at), OutputRules.NEW_FILES, author, captures));
        });
    }

    /// Opens a case, in place of the one that is open; that stays if this cannot be opened.
    public void open(Path at) {
        run(_ -> {
            CaseFile now = file;
            boolean isOpen = now != null && Files.exists(at) && Files.isSameFile(now.file(), at);
            if (!isOpen) {
                replace(CaseFile.open(at, author));
            }
        });
    }

    private void replace(CaseFile other) throws IOException {
        CaseFile before = file;
        file = other;
        if (before != null) {
            before.close();
        }
    }

    /// The cases that were open last, the last one first; not the open one.
    public List<RecentCase> recent() {
        Optional<Path> now = open.get().map(OpenCase::file);
        return memory.get(RECENT)
                .stream()
                .flatMap(String::lines)
                .flatMap(line -> RecentCase.of(line).stream())
                .filter(recent -> now.filter(recent.file()::equals).isEmpty())
                .toList();
    }

    private void remember(OpenCase its) {
        String name = FileName.string(its.file());
        if (name.lines().count() == 1) {
            RecentCase recent = new RecentCase(its.file(), Optional.of(author.now()));
            changeRecent(before -> Stream.concat(Stream.of(recent), without(before, its.file())).limit(MOST_RECENT));
        }
    }

    /// Lists a case no longer among those that were open.
    public void forget(Path its) {
        changeRecent(before -> without(before, its));
    }

    /// Lists no case among those that were open.
    public void forgetAll() {
        changeRecent(_ -> Stream.empty());
    }

    private void changeRecent(UnaryOperator<Stream<RecentCase>> change) {
        memory.change(RECENT,
                before -> change.apply(before.lines().flatMap(line -> RecentCase.of(line).stream()))
                        .map(RecentCase::line)
                        .collect(Collectors.joining("\n")));
    }

    private static Stream<RecentCase> without(Stream<RecentCase> before, Path its) {
        return before.filter(recent -> !recent.file().equals(its));
    }

    /// Keeps a file in the case.
    public void attach(Attachment.Kind kind, Path attached) {
        run(_ -> {
            if (file != null) {
                file.attach(kind, attached);
            }
        });
    }

    /// Writes a file of the case to where the user chose; never over the case, its captures or the
    /// open ones.
    public void extract(Attachment attachment, Path to) {
        List<Path> open = shown.stream().flatMap(index -> index.files().stream()).map(CaptureSummary::path).toList();
        run(_ -> {
            CaseFile its = file;
            if (its != null) {
                List<Path> inputs = new ArrayList<>(List.of(its.file()));
                inputs.addAll(open);
                its.evidence().forEach(each -> inputs.add(FileName.path(each.path())));
                byte[] content = its.content(attachment);
                OutputFile.at(to, OutputRules.CONFIRMED.with(inputs)).write(out -> out.write(content));
            }
        });
    }

    /// Reads a model, belief tables or a rate table of the case, as the model of its method.
    ///
    /// @param then gets it on the JavaFX thread
    public void readModel(Attachment attachment, Consumer<ModelFile> then) {
        run(_ -> {
            CaseFile its = file;
            if (its != null) {
                byte[] content = its.content(attachment);
                ModelFile model = switch (attachment.kind()) {
                    case TABLE -> Methods.ofTables(attachment.name(), content);
                    case RATES -> Methods.ofRates(attachment.name(), content);
                    case MODEL, SETTINGS, LAYOUT, OTHER -> ModelFile.read(content);
                };
                Methods.standard().detector(model); // what no method can use is refused
                Platform.runLater(() -> then.accept(model));
            }
        });
    }

    /// Reads a file of the case.
    ///
    /// @param then gets its content on the JavaFX thread
    public void read(Attachment attachment, Consumer<byte[]> then) {
        run(_ -> {
            CaseFile its = file;
            if (its != null) {
                byte[] content = its.content(attachment);
                Platform.runLater(() -> then.accept(content));
            }
        });
    }

    /// Changes the number under which the case is filed; an empty one removes it.
    public void setNumber(String number) {
        run(_ -> {
            if (file != null) {
                file.setNumber(number);
            }
        });
    }

    /// Keeps a filter in the case under a name; an empty one removes it.
    public void saveFilter(String name, String expression) {
        run(_ -> {
            if (file != null) {
                file.saveFilter(name, expression);
            }
        });
    }

    /// Closes the case.
    public void close() {
        run(_ -> closeFile());
    }

    /// Decides about something in the open capture.
    ///
    /// @param index the capture that the analyst has in view
    /// @param message a message of it
    public void decide(Subject subject, Judgement judgement, String note, SipIndex index, int message) {
        run(needed(index, message), monitor -> {
            CaseFile its = begun(index, monitor);
            Place place = place(its, index, message, monitor);
            its.decide(subject, judgement, note, Optional.of(place));
        });
    }

    /// Decides about a step in the open capture.
    ///
    /// @param scope for whose requests
    /// @param index the capture that the analyst has in view
    /// @param message a message of it
    public void decide(Subject step, Scope scope, Judgement judgement, String note, SipIndex index, int message) {
        run(needed(index, message), monitor -> {
            CaseFile its = begun(index, monitor);
            its.decide(step, scope, judgement, note, Optional.of(place(its, index, message, monitor)));
        });
    }

    /// Stores what the analyst noted of dialogs.
    ///
    /// @param index the captures that the dialogs are in
    /// @param changed by Call-ID; an empty note removes one
    /// @param then learns whether they are on the disk; nothing is stored where no case is open
    public void annotate(SipIndex index, Map<String, DialogNote> changed, Outcome then) {
        run(index.files(), monitor -> {
            boolean isStored = false;
            try {
                CaseFile its = file;
                if (its != null) {
                    addCaptures(its, index, monitor);
                    its.annotate(changed);
                    isStored = true;
                }
            } finally {
                then.stored(isStored);
            }
        });
    }

    /// Bookmarks the frame of a message of the open capture, in place of the analyst's bookmark
    /// there.
    ///
    /// @param text why; may be empty
    public void bookmark(SipIndex index, int message, String text) {
        run(needed(index, message), monitor -> {
            CaseFile its = begun(index, monitor);
            Place place = place(its, index, message, monitor);
            its.bookmark(place.capture(), place.frame(), text);
        });
    }

    /// Removes a bookmark.
    public void remove(Bookmark bookmark) {
        run(_ -> {
            if (file != null) {
                file.remove(bookmark);
            }
        });
    }

    /// Undoes the analyst's last verdict.
    ///
    /// @param undone gets it on the JavaFX thread, before the case without it is shown; not called if
    ///     there is none
    public void undo(Consumer<Verdict> undone) {
        run(_ -> {
            if (file != null) {
                file.undo().ifPresent(verdict -> Platform.runLater(() -> undone.accept(verdict)));
            }
        });
    }

    /// Attaches a file that is in memory to the open case; without one, nothing happens.
    ///
    /// @param name its file name
    /// @param content computed where the case is written
    /// @param then runs on the JavaFX thread once it is on the disk
    public void attach(Attachment.Kind kind, String name, Supplier<byte[]> content, Runnable then) {
        run(_ -> {
            if (file != null) {
                file.attach(kind, name, content.get());
                Platform.runLater(then);
            }
        });
    }

    /// The captures whose hashes a new case, or a place in an open one, is made of.
    private List<CaptureSummary> needed(SipIndex index, int message) {
        CaptureSummary of = index.files().get(index.messages().file(message));
        return open.get().isPresent() ? List.of(of) : List.of(index.files().getFirst(), of);
    }

    private CaseFile begun(SipIndex index, RunMonitor monitor) throws IOException {
        begun = Optional.empty();
        if (file == null) {
            Files.createDirectories(folder);
            Path own = proposal(index, monitor);
            if (Files.exists(own)) {
                file = CaseFile.open(own, author);
            } else {
                String name = stem(index.files().getFirst().path());
                file = CaseFile.create(own, name, OutputRules.NEW_FILES, author);
                begun = Optional.of(own);
                if (index.files().size() > 1) { // what was searched belongs to the case
                    Platform.runLater(() -> add(index, own));
                }
            }
        }
        return file;
    }

    private Path proposal(SipIndex index, RunMonitor monitor) throws IOException {
        CaptureSummary first = index.files().getFirst();
        String hash = first.sha256(monitor).substring(0, DIGITS_OF_HASH);
        return folder.resolve(stem(first.path()) + "-" + hash + EXTENSION);
    }

    private static String stem(Path path) {
        String name = FileName.last(path);
        int end = name.indexOf('.');
        return end > 0 ? name.substring(0, end) : name;
    }

    private static Place place(CaseFile its, SipIndex index, int message, RunMonitor monitor) throws IOException {
        MessageTable messages = index.messages();
        CaptureSummary capture = index.files().get(messages.file(message));
        addCapture(its, capture, monitor);
        return new Place(capture.sha256(monitor), messages.frame(message),
                index.dialogs().callId(messages.dialog(message)));
    }

    private static void addCaptures(CaseFile its, SipIndex index, RunMonitor monitor) throws IOException {
        CaseAddition captures = new CaseAddition(its.file());
        collect(captures, its.evidence(), index, monitor);
        if (!captures.isEmpty()) {
            its.add(captures);
        }
    }

    /// The open captures that are not among those of a case.
    private static void collect(CaseAddition addition, List<Evidence> held, SipIndex index, RunMonitor monitor)
            throws IOException {
        for (CaptureSummary capture : index.files()) {
            if (!holds(held, capture, monitor)) {
                addition.capture(opened(capture), monitor);
            }
        }
    }

    private static OpenedFile opened(CaptureSummary capture) throws IOException {
        return capture.opened().isPresent() ? capture.opened().get() : OpenedFile.of(capture.path());
    }

    private static void addCapture(CaseFile its, CaptureSummary capture, RunMonitor monitor) throws IOException {
        if (!holds(its.evidence(), capture, monitor)) {
            its.addEvidence(opened(capture), monitor);
        }
    }

    /// Only a capture that has the size of one of the case is hashed.
    private static boolean holds(List<Evidence> all, CaptureSummary capture, RunMonitor monitor) throws IOException {
        if (!mayHold(all, capture)) {
            return false;
        }
        String sha256 = capture.sha256(monitor);
        return all.stream().anyMatch(each -> each.sha256().equals(sha256));
    }

    private static boolean mayHold(List<Evidence> all, CaptureSummary capture) {
        return all.stream().anyMatch(each -> each.bytes() == capture.bytes());
    }

    /// Files of a ring are small, and have another hash whenever they have grown.
    private static boolean isHashed(CaptureSummary capture) {
        return capture.opened().map(file -> file.knownSha256().isPresent()).orElse(true);
    }

    private void closeFile() throws IOException {
        CaseFile before = file;
        file = null;
        if (before != null) {
            before.close();
        }
    }

    private void run(Step step) {
        run(List.of(), step);
    }

    /// Does a step after those before.
    ///
    /// @param hashed captures whose hashes it needs
    private void run(List<CaptureSummary> hashed, Step step) {
        run(hashed, step, _ -> {});
    }

    /// The same.
    ///
    /// @param begun gets the task before it runs
    private void run(List<CaptureSummary> hashed, Step step, Consumer<Worker<?>> begun) {
        Optional<SipIndex> index = shown;
        RunTask<Content> task = new RunTask<>(monitor -> {
            step.run(monitor);
            return content(index, monitor);
        });
        task.setOnSucceeded(_ -> {
            problem.set("");
            Optional<Path> before = open.get().map(OpenCase::file);
            show(task.getValue());
            open.get().filter(openCase -> !before.equals(Optional.of(openCase.file()))).ifPresent(this::remember);
        });
        task.setOnFailed(_ -> {
            failed(task.getException());
            showContent(index);
        });
        task.setOnCancelled(_ -> showContent(index));
        begun.accept(task);
        handedOver = handedOver.thenCombine(hashes(hashed), (_, _) -> {
            background.writing().execute(task);
            return true;
        });
    }

    /// Completes once all of them are known that can be; who uses one learns why it is not.
    private CompletableFuture<?> hashes(List<CaptureSummary> captures) {
        return captures.stream().allMatch(CaseModel::isHashed) ? CompletableFuture.completedFuture(true)
                : CompletableFuture.supplyAsync(() -> hash(captures), background.hashing()).exceptionally(failure -> {
                    LOG.warn("A capture cannot be hashed", failure);
                    return false;
                });
    }

    private static boolean hash(List<CaptureSummary> captures) {
        try {
            for (CaptureSummary capture : captures) {
                capture.sha256(RunMonitor.NONE);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A verification is shown until another case, or a change of it, is.
    private void show(Content content) {
        Optional<OpenCase> before = open.get();
        boolean isVerified = content.open()
                .filter(openCase -> openCase.lastHash().equals(verifiedHash))
                .filter(openCase -> before.filter(was -> was.file().equals(openCase.file())).isPresent())
                .isPresent();
        if (!isVerified) {
            verification.set(Optional.empty());
        }
        boolean isMerged = content.open()
                .flatMap(openCase -> merged.get().filter(did -> did.into().equals(openCase.file())))
                .isPresent();
        if (!isMerged) {
            merged.set(Optional.empty());
        }
        open.set(content.open());
        absent.set(content.absent());
        unsearched = content.unsearched();
        seek(content.unhashed());
    }

    /// Finds out in the background whether the case holds these captures.
    private void seek(List<CaptureSummary> unhashed) {
        if (unhashed.isEmpty() || unhashed.equals(sought)) {
            return;
        }
        sought = unhashed;
        RunTask<Boolean> task = new RunTask<>(_ -> hash(unhashed));
        task.setOnSucceeded(_ -> {
            sought = List.of();
            run(_ -> {});
        });
        task.setOnFailed(_ -> LOG.warn("A capture cannot be hashed", task.getException()));
        background.hashing().execute(task);
    }

    /// Shows what the case holds after a step that failed half-way.
    private void showContent(Optional<SipIndex> index) {
        RunTask<Content> task = new RunTask<>(monitor -> content(index, monitor));
        task.setOnSucceeded(_ -> show(task.getValue()));
        task.setOnFailed(_ -> LOG.warn("The case cannot be read", task.getException()));
        background.writing().execute(task);
    }

    /// Finds a capture of the case by its hash.
    ///
    /// @param then gets its path on the JavaFX thread
    public void find(Evidence evidence, Consumer<Path> then) {
        run(monitor -> {
            CaseFile its = file;
            if (its == null) {
                return;
            }
            Path found = its.open(evidence, List.of(), monitor)
                    .orElseThrow(() -> new IOException(text("session.case.absent", evidence.name())))
                    .path();
            Platform.runLater(() -> then.accept(found));
        });
    }

    private void failed(Throwable cause) {
        LOG.warn("The case could not be changed", cause);
        problem.set(cause instanceof CaseException ? String.valueOf(cause.getMessage())
                : text("session.case.failed", String.valueOf(cause.getMessage())));
    }

    private Content content(Optional<SipIndex> index, RunMonitor monitor) throws IOException {
        CaseFile its = file;
        if (its == null) {
            return new Content(Optional.empty(), List.of(), List.of(), List.of());
        }
        Map<String, String> properties = its.properties();
        List<Evidence> evidence = its.evidence();
        List<Path> held = new ArrayList<>();
        List<CaptureSummary> unhashed = new ArrayList<>();
        List<CaptureSummary> outside = new ArrayList<>();
        Set<String> hashes = new HashSet<>();
        for (CaptureSummary capture : index.map(SipIndex::files).orElse(List.of())) {
            if (mayHold(evidence, capture) && !isHashed(capture)) {
                unhashed.add(capture);
            } else if (holds(evidence, capture, monitor)) {
                held.add(capture.path());
                hashes.add(capture.sha256(monitor));
            } else {
                outside.add(capture);
            }
        }
        OpenCase content = new OpenCase(its.file(), properties.getOrDefault("name", ""),
                properties.getOrDefault("number", ""), evidence, held, its.verdicts(), its.notes(), its.attachments(),
                its.filters(), its.bookmarks(), its.lastHash(), its.obstacle().map(CaseException::getMessage),
                begun.equals(Optional.of(its.file())), author.now());
        List<String> closed = !unhashed.isEmpty() ? List.of()
                : evidence.stream().filter(each -> !hashes.contains(each.sha256())).map(Evidence::name).toList();
        return new Content(Optional.of(content), unhashed, outside, closed);
    }

    /// Closes the case, and waits for that, for a few seconds at most.
    public void finish() {
        cancel();
        close();
        CountDownLatch done = new CountDownLatch(1);
        handedOver = handedOver.thenRun(() -> background.writing().execute(done::countDown));
        try {
            if (!done.await(SECONDS_TO_WRITE, TimeUnit.SECONDS)) {
                LOG.warn("The case is not yet closed");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
