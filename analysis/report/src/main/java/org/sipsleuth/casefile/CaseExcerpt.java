package org.sipsleuth.casefile;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.casefile.entry.Bookmark;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseChange;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseStore;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.Row;
import org.sipsleuth.file.OutputFile;

/// Makes a new case of some dialogs of a case, whose only evidence is a capture with their frames.
///
/// Verdicts, notes, tags, bookmarks and aliases of the dialogs are taken over with who made them
/// and when, and refer to the frames of the new capture; those on steps, if a chosen dialog was in
/// view and no other host is named. Models, tables and rates come along.
/// Of an anonymised capture, nothing is taken over but verdicts on sequences, without their notes
/// and places: other rows have identities of the original.
public final class CaseExcerpt {

    /// What the chosen dialogs are.
    ///
    /// @param callIds their Call-IDs
    /// @param sequences their message types in order, as [Subject] has them
    /// @param addresses that their messages come from and go to
    public record Dialogs(Set<String> callIds, Set<String> sequences, Set<String> addresses) {
        public Dialogs {
            callIds = Set.copyOf(callIds);
            sequences = Set.copyOf(sequences);
            addresses = Set.copyOf(addresses);
        }
    }

    /// The capture of the new case.
    ///
    /// @param name of its file
    public record Capture(String name, String sha256, long bytes) {}

    /// What the new case contains.
    ///
    /// @param verdicts how many, undone ones and undos among them
    /// @param leftOut rows of analysts in the original that it does not have: those of other
    ///     dialogs, or that cannot be taken over
    public record Made(long verdicts, long leftOut) {}

    private record Frame(String capture, long number) {}

    private final CaseFile original;
    private final Set<Frame> wanted = new HashSet<>();
    private final Map<Frame, Long> places = new HashMap<>();
    private long written;

    /// @param original is only read
    public CaseExcerpt(CaseFile original) throws CaseException {
        this.original = original;
        for (Verdict each : original.verdicts().all()) {
            each.place().map(CaseExcerpt::frame).ifPresent(wanted::add);
        }
        for (Bookmark each : original.bookmarks()) {
            wanted.add(new Frame(each.capture(), each.frame()));
        }
    }

    private static Frame frame(Place place) {
        return new Frame(place.capture(), place.frame());
    }

    /// Notices the next frame of the new capture.
    ///
    /// @param capture the SHA-256 of the capture that it is of
    /// @param number its number there
    public void written(String capture, long number) {
        written++;
        Frame frame = new Frame(capture, number);
        if (wanted.contains(frame)) {
            places.putIfAbsent(frame, written);
        }
    }

    /// Makes the case with the original frames of dialogs.
    ///
    public Made make(OutputFile output, Author author, Dialogs dialogs, Capture capture) throws IOException {
        long[] verdicts = {0};
        long[] others = {0};
        CaseStore.create(output, author, change -> {
            begin(change, original.properties().getOrDefault("name", ""), capture, false);
            String number = original.properties().getOrDefault("number", "");
            if (!number.isEmpty()) {
                change.put(CaseTable.PROPERTY, Row.EMPTY.with("name", "number").with("value", number));
            }
            for (Row row : original.store().rows(CaseTable.ATTACHMENT)) {
                change.put(CaseTable.ATTACHMENT, row);
            }
            verdicts[0] = addVerdicts(change, dialogs, capture.sha256());
            for (CaseTable table : List.of(CaseTable.NOTE, CaseTable.TAG)) {
                others[0] += addRows(change, table, "call_id", dialogs.callIds());
            }
            others[0] += addRows(change, CaseTable.ALIAS, "address", dialogs.addresses());
            others[0] += addBookmarks(change, capture.sha256());
            return null;
        });
        return new Made(verdicts[0], rows() - verdicts[0] - others[0]);
    }

    private long addBookmarks(CaseChange change, String sha256) throws CaseException {
        long added = 0;
        for (Bookmark each : original.bookmarks()) {
            Long place = places.get(new Frame(each.capture(), each.frame()));
            if (place != null) {
                added++;
                change.put(CaseTable.BOOKMARK, new Bookmark(sha256, place, each.text(), each.at(), each.who()).row());
            }
        }
        return added;
    }

    /// Makes the case with an anonymised copy of dialogs.
    ///
    /// @param sequences of the copy
    public Made makeAnonymous(OutputFile output, Author author, Set<String> sequences, Capture capture)
            throws IOException {
        List<Verdict> kept = original.verdicts()
                .standing()
                .stream()
                .filter(each -> each.subject().kind() == Subject.Kind.SEQUENCE)
                .filter(each -> sequences.contains(each.subject().key()))
                .toList();
        CaseStore.create(output, author, change -> {
            begin(change, "Anonymised dialogs", capture, true);
            for (Verdict each : kept) {
                put(change, each, "", Optional.empty(), Optional.empty());
            }
            return null;
        });
        return new Made(kept.size(), rows() - kept.size());
    }

    /// The rows that an analyst made, besides evidence and attachments.
    private long rows() throws CaseException {
        long rows = 0;
        for (CaseTable table : List.of(CaseTable.VERDICT, CaseTable.NOTE, CaseTable.TAG, CaseTable.BOOKMARK,
                CaseTable.FILTER, CaseTable.ALIAS)) {
            rows += original.store().rows(table).size();
        }
        return rows;
    }

    /// The entry after that of its making names the case and the captures that it comes from.
    private void begin(CaseChange change, String name, Capture capture, boolean isAnonymous) throws CaseException {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("case", original.properties().getOrDefault("id", ""));
        origin.put("hash", original.lastHash());
        origin.put("captures", original.evidence().stream().map(Evidence::sha256).collect(Collectors.joining(" ")));
        origin.put("anonymised", isAnonymous ? 1L : 0L);
        change.event("excerpted", origin);
        CaseFile.begin(change, name);
        Evidence evidence = new Evidence(capture.sha256(), capture.bytes(), capture.name(), capture.name(),
                change.at().toString(), change.who());
        change.put(CaseTable.EVIDENCE, evidence.row());
    }

    private long addVerdicts(CaseChange change, Dialogs dialogs, String sha256) throws CaseException {
        Set<String> taken = new HashSet<>();
        for (Verdict each : original.verdicts().all()) {
            Optional<Place> place = each.place()
                    .filter(its -> dialogs.callIds().contains(its.callId()))
                    .flatMap(its -> moved(its, sha256));
            boolean isOfDialogs = switch (each.subject().kind()) {
                case STEP -> place.isPresent()
                        && each.scope().filter(scope -> dialogs.addresses().containsAll(scope.addresses())).isPresent();
                case SEQUENCE -> dialogs.sequences().contains(each.subject().key());
                case DIALOG -> dialogs.callIds().contains(each.subject().key());
                case INCIDENT -> place.isPresent();
            };
            boolean isOfTaken = each.undoes().isEmpty() || taken.contains(each.undoes().get());
            if (isOfDialogs && isOfTaken) {
                taken.add(each.id());
                put(change, each, each.note(), place, each.undoes());
            }
        }
        return taken.size();
    }

    private Optional<Place> moved(Place place, String sha256) {
        return Optional.ofNullable(places.get(frame(place))).map(number -> new Place(sha256, number, place.callId()));
    }

    /// Puts a verdict of the original, whose number is that of the next row.
    private static void put(CaseChange change, Verdict original, String note, Optional<Place> place,
            Optional<String> undoes) throws CaseException {
        Verdict taken = new Verdict(original.id(), change.count(CaseTable.VERDICT) + 1, original.subject(),
                original.scope(), original.word(), note, place, undoes, original.at(), original.who());
        change.put(CaseTable.VERDICT, taken.row());
    }

    private long addRows(CaseChange change, CaseTable table, String column, Set<String> chosen) throws CaseException {
        long added = 0;
        for (Row row : original.store().rows(table)) {
            if (chosen.contains(row.text(column))) {
                change.put(table, row);
                added++;
            }
        }
        return added;
    }
}
