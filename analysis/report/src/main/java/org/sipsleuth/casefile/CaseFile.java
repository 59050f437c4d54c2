package org.sipsleuth.casefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Bookmark;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseChange;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseStore;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.Row;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// An open case. One thread.
///
/// Each method that changes it is one transaction with its log entries; when it returns, the change
/// is on the disk. If the case is read-only, such a method throws what [#obstacle] says.
public final class CaseFile implements Closeable {

    private final CaseStore store;

    private CaseFile(CaseStore store) {
        this.store = store;
    }

    /// Makes a new case and opens it.
    ///
    /// @param name what it is called
    /// @throws IOException if a file of this name must stay, or it cannot be written
    public static CaseFile create(Path file, String name, OutputRules rules, Author author) throws IOException {
        return create(file, name, rules, author, new CaseAddition(file));
    }

    /// The same with what is in it from the beginning.
    public static CaseFile create(Path file, String name, OutputRules rules, Author author, CaseAddition first)
            throws IOException {
        CaseStore.create(file, rules, author, change -> {
            begin(change, name);
            return first.put(change);
        });
        return open(file, author);
    }

    /// Puts the facts about a new case.
    static boolean begin(CaseChange change, String name) throws CaseException {
        String identity = change.identity(CaseTable.PROPERTY, property("name", name));
        change.put(CaseTable.PROPERTY, property("id", identity));
        change.put(CaseTable.PROPERTY, property("name", name));
        return change.put(CaseTable.PROPERTY, property("created", change.at().toString()));
    }

    private static Row property(String name, String value) {
        return Row.EMPTY.with("name", name).with("value", value);
    }

    /// Opens a case, to change it if that is possible; see [CaseStore#open].
    public static CaseFile open(Path file, Author author) throws IOException {
        return new CaseFile(CaseStore.open(file, author));
    }

    /// Opens a case read-only.
    public static CaseFile openReadOnly(Path file, Author author) throws IOException {
        return new CaseFile(CaseStore.openReadOnly(file, author));
    }

    /// Its rows and its log.
    public CaseStore store() {
        return store;
    }

    /// The file.
    public Path file() {
        return store.file();
    }

    /// Why it cannot be changed; empty if it can.
    public Optional<CaseException> obstacle() {
        return store.obstacle();
    }

    /// Stores the number under which the case is filed; an empty one removes it.
    public void setNumber(String number) throws CaseException {
        Row row = property("number", number.strip());
        store.change(change -> number.isBlank() ? change.remove(CaseTable.PROPERTY, row)
                : change.put(CaseTable.PROPERTY, row));
    }

    /// The facts about the case by name: `id`, `name`, `created`, and `number` if it has one.
    public SortedMap<String, String> properties() throws CaseException {
        SortedMap<String, String> all = new TreeMap<>();
        for (Row row : store.rows(CaseTable.PROPERTY)) {
            all.put(row.text("name"), row.text("value"));
        }
        return all;
    }

    /// The hash of the last entry of the log, to be printed in reports.
    public String lastHash() throws CaseException {
        return store.lastHash();
    }

    /// Adds a capture by its hash. One that is already there is seen at this path from now on.
    ///
    /// @throws IOException if it cannot be read to its end
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if it changes meanwhile
    public Evidence addEvidence(Path capture, RunMonitor monitor) throws IOException {
        return addEvidence(OpenedFile.of(capture), monitor);
    }

    /// Adds a capture as it was when it was opened. Its hash is computed only if it is not known
    /// yet.
    public Evidence addEvidence(OpenedFile opened, RunMonitor monitor) throws IOException {
        CaseAddition one = new CaseAddition(file());
        one.capture(opened, monitor);
        return add(one).evidence().getFirst();
    }

    /// Adds several things as one change.
    public CaseAddition.Added add(CaseAddition addition) throws CaseException {
        return store.change(addition::put);
    }

    /// The captures, by hash.
    public List<Evidence> evidence() throws CaseException {
        return store.rows(CaseTable.EVIDENCE).stream().map(Evidence::of).toList();
    }

    /// Finds a capture where it was last seen or, by its hash, near the case or in other folders,
    /// and checks all of its bytes. [OpenedFile#check] then shows whether it changes in use. Where
    /// it has moved, its new path is noted, if the case can be changed.
    ///
    /// @return empty if it is nowhere
    public Optional<OpenedFile> open(Evidence evidence, List<Path> folders, RunMonitor monitor) throws IOException {
        Optional<OpenedFile> found = search(folders).find(evidence, monitor);
        if (found.isPresent() && obstacle().isEmpty()) {
            String path = FileName.text(found.get().path().toAbsolutePath().normalize());
            store.change(change -> change.put(CaseTable.EVIDENCE, evidence.at(path).row()));
        }
        return found;
    }

    private EvidenceSearch search(List<Path> folders) {
        return EvidenceSearch.near(store.file(), folders);
    }

    /// Attaches a file, in place of one of the same kind and name.
    public Attachment attach(Attachment.Kind kind, Path file) throws IOException {
        CaseAddition one = new CaseAddition(file());
        one.attachment(kind, file);
        return add(one).attachments().getFirst();
    }

    /// Attaches a file that is in memory, in place of one of the same kind and name.
    ///
    /// @param name its file name
    public Attachment attach(Attachment.Kind kind, String name, byte[] content) throws CaseException {
        CaseAddition one = new CaseAddition(file());
        one.attachment(kind, name, content);
        return add(one).attachments().getFirst();
    }

    /// The attachments, by kind and name.
    public List<Attachment> attachments() throws CaseException {
        return store.rows(CaseTable.ATTACHMENT).stream().map(Attachment::of).toList();
    }

    /// The content of an attachment.
    public byte[] content(Attachment attachment) throws CaseException {
        return store.find(CaseTable.ATTACHMENT, Attachment.key(attachment.kind(), attachment.name()))
                .orElse(Row.EMPTY)
                .bytes("content");
    }

    /// Stores a verdict.
    ///
    /// @param place what the analyst has in view
    public Verdict decide(Subject subject, Judgement judgement, String note, Optional<Place> place)
            throws CaseException {
        return decide(subject, Optional.empty(), judgement, note, place);
    }

    /// Stores a verdict about a step.
    ///
    /// @param scope for whose requests it holds
    /// @param place what the analyst has in view
    public Verdict decide(Subject step, Scope scope, Judgement judgement, String note, Optional<Place> place)
            throws CaseException {
        return decide(step, Optional.of(scope), judgement, note, place);
    }

    private Verdict decide(Subject subject, Optional<Scope> scope, Judgement judgement, String note,
            Optional<Place> place) throws CaseException {
        return store.change(change -> add(change,
                new Verdict("", 0, subject, scope, judgement.word(), note, place, Optional.empty(), "", "")));
    }

    /// Undoes the author's last verdict that stands, with another entry.
    ///
    /// @return the verdict that is undone, if there was one
    public Optional<Verdict> undo() throws CaseException {
        Optional<Verdict> last = verdicts().lastOf(store.author().name());
        if (last.isPresent()) {
            Verdict undone = last.get();
            store.change(change -> add(change, new Verdict("", 0, undone.subject(), undone.scope(), "", "",
                    undone.place(), Optional.of(undone.id()), "", "")));
        }
        return last;
    }

    /// @param decided without id, number, time and analyst
    private static Verdict add(CaseChange change, Verdict decided) throws CaseException {
        Verdict verdict =
                new Verdict("", change.count(CaseTable.VERDICT) + 1, decided.subject(), decided.scope(), decided.word(),
                        decided.note(), decided.place(), decided.undoes(), change.at().toString(), change.who());
        Verdict identified = verdict.withId(change.identity(CaseTable.VERDICT, verdict.row()));
        change.put(CaseTable.VERDICT, identified.row());
        return identified;
    }

    /// All verdicts.
    public Verdicts verdicts() throws CaseException {
        return new Verdicts(store.rows(CaseTable.VERDICT).stream().map(Verdict::of).toList());
    }

    /// Stores what the author noted of some dialogs: marks, tags and comments, as one change.
    ///
    /// @param changed by Call-ID; an empty note removes one
    public void annotate(Map<String, DialogNote> changed) throws CaseException {
        store.change(change -> {
            List<Row> tags = store.rows(CaseTable.TAG);
            for (Map.Entry<String, DialogNote> each : new TreeMap<>(changed).entrySet()) {
                annotate(change, each.getKey(), each.getValue(), tags);
            }
            return null;
        });
    }

    /// @param tags all that were there before
    private static void annotate(CaseChange change, String callId, DialogNote note, List<Row> tags)
            throws CaseException {
        Row key = Row.EMPTY.with("call_id", callId).with("who", change.who());
        if (note.mark().isEmpty() && note.comment().isEmpty()) {
            change.remove(CaseTable.NOTE, key);
        } else {
            change.put(CaseTable.NOTE,
                    key.with("mark", note.mark().map(NoteMark::name))
                            .with("comment", note.comment())
                            .with("at", change.at().toString()));
        }
        for (Row row : tags) {
            boolean isOurs = row.text("call_id").equals(key.text("call_id")) && row.text("who").equals(change.who());
            if (isOurs && !note.tags().contains(row.text("tag"))) {
                change.remove(CaseTable.TAG, row);
            }
        }
        for (String tag : note.tags()) {
            change.put(CaseTable.TAG, key.with("tag", tag));
        }
    }

    /// The notes of each analyst.
    public SortedMap<String, DialogNotes> notes() throws CaseException {
        Map<String, Map<String, DialogNote>> byAnalyst = new HashMap<>();
        for (Row row : store.rows(CaseTable.NOTE)) {
            notesOf(byAnalyst, row).put(row.text("call_id"),
                    DialogNote.NONE.withMark(row.optionalText("mark").flatMap(NoteMark::of))
                            .withComment(row.text("comment")));
        }
        for (Row row : store.rows(CaseTable.TAG)) {
            notesOf(byAnalyst, row).merge(row.text("call_id"),
                    DialogNote.NONE.withTags(new TreeSet<>(List.of(row.text("tag")))), CaseFile::withMoreTags);
        }
        SortedMap<String, DialogNotes> all = new TreeMap<>();
        byAnalyst.forEach((who, notes) -> all.put(who, new DialogNotes(notes)));
        return all;
    }

    private static Map<String, DialogNote> notesOf(Map<String, Map<String, DialogNote>> byAnalyst, Row row) {
        return byAnalyst.computeIfAbsent(row.text("who"), _ -> new HashMap<>());
    }

    private static DialogNote withMoreTags(DialogNote note, DialogNote more) {
        TreeSet<String> tags = new TreeSet<>(note.tags());
        tags.addAll(more.tags());
        return note.withTags(tags);
    }

    /// Stores a bookmark, in place of the author's earlier one of the same frame.
    public void bookmark(String capture, long frame, String text) throws CaseException {
        store.change(change -> change.put(CaseTable.BOOKMARK,
                new Bookmark(capture, frame, text, change.at().toString(), change.who()).row()));
    }

    /// Removes a bookmark.
    public void remove(Bookmark bookmark) throws CaseException {
        store.change(change -> change.remove(CaseTable.BOOKMARK, bookmark.row()));
    }

    /// The bookmarks of all analysts, by capture and frame.
    public List<Bookmark> bookmarks() throws CaseException {
        return store.rows(CaseTable.BOOKMARK).stream().map(Bookmark::of).toList();
    }

    /// Names an address; an empty name removes the alias.
    public void alias(String address, String name) throws CaseException {
        CaseAddition one = new CaseAddition(file());
        one.alias(address, name);
        add(one);
    }

    /// The names of addresses.
    public SortedMap<String, String> aliases() throws CaseException {
        return byKey(CaseTable.ALIAS, "address", "name");
    }

    /// Stores a filter under a name; an empty filter removes it.
    public void saveFilter(String name, String expression) throws CaseException {
        CaseAddition one = new CaseAddition(file());
        one.filter(name, expression);
        add(one);
    }

    /// The filters by name.
    public SortedMap<String, String> filters() throws CaseException {
        return byKey(CaseTable.FILTER, "name", "expression");
    }

    private SortedMap<String, String> byKey(CaseTable table, String key, String value) throws CaseException {
        SortedMap<String, String> all = new TreeMap<>();
        for (Row row : store.rows(table)) {
            all.put(row.text(key), row.text(value));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
