package org.sipsleuth.app.workbench.memory;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sipsleuth.text.FileName;

/// The captures opened last, latest first. Files opened together are one entry. Windows that are
/// open at the same time add to one list. Whether the files still exist is not known here.
public final class RecentFiles {

    /// How many entries are kept.
    static final int LIMIT = 12;

    private static final String KEY = "recent";

    /// Where each entry had a key of its own.
    private static final String OLD_KEY = "recent.";

    /// Stands between the paths of one entry: no path holds it.
    private static final String SEPARATOR = "\0";

    private static final String ENTRY_SEPARATOR = "\0\0";

    /// When an entry was opened, before its paths: milliseconds since 1970. Paths are absolute, so
    /// none looks like it.
    private static final Pattern OPENED = Pattern.compile("@(\\d{1,15})");

    private final Settings settings;
    private final Clock clock;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> view = FXCollections.unmodifiableObservableList(entries);

    /// Captures that were opened together.
    ///
    /// @param opened when they were opened last; empty if that was not stored
    public record Entry(List<Path> files, Optional<Instant> opened) {

        public Entry {
            files = List.copyOf(files);
        }
    }

    public RecentFiles(Settings settings) {
        this(settings, Clock.systemUTC());
    }

    /// @param clock when files are opened
    RecentFiles(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        if (settings.get(KEY).isEmpty()) {
            takeOver();
        }
        entries.setAll(read(settings.get(KEY).orElse("")));
    }

    private void takeOver() {
        List<String> old =
                IntStream.range(0, LIMIT).mapToObj(i -> settings.get(OLD_KEY + i)).flatMap(Optional::stream).toList();
        if (!old.isEmpty()) {
            settings.put(KEY, String.join(ENTRY_SEPARATOR, old));
            IntStream.range(0, LIMIT).forEach(i -> settings.remove(OLD_KEY + i));
            settings.save();
        }
    }

    /// The entries, to look at and to listen to.
    public ObservableList<Entry> entries() {
        return view;
    }

    /// The files of each entry.
    public List<List<Path>> files() {
        return entries.stream().map(Entry::files).toList();
    }

    /// Puts files first.
    public void add(List<Path> files) {
        List<Path> absolute = files.stream().map(Path::toAbsolutePath).toList();
        Entry added = new Entry(absolute, Optional.of(clock.instant()));
        change(before -> {
            List<Entry> changed = new ArrayList<>(without(before, absolute));
            changed.addFirst(added);
            return changed.subList(0, Math.min(LIMIT, changed.size()));
        });
    }

    /// Forgets files that were opened together.
    public void remove(List<Path> files) {
        change(before -> without(before, files));
    }

    /// Forgets all.
    public void clear() {
        change(_ -> List.of());
    }

    private static List<Entry> without(List<Entry> before, List<Path> files) {
        return before.stream().filter(entry -> !entry.files().equals(files)).toList();
    }

    private interface Change {
        List<Entry> of(List<Entry> before);
    }

    private void change(Change change) {
        settings.change(KEY, before -> write(change.of(read(before))));
        entries.setAll(read(settings.get(KEY).orElse("")));
    }

    private static String write(List<Entry> entries) {
        return entries.stream().map(RecentFiles::write).collect(Collectors.joining(ENTRY_SEPARATOR));
    }

    private static String write(Entry entry) {
        Stream<String> opened = entry.opened().stream().map(moment -> "@" + moment.toEpochMilli());
        return Stream.concat(opened, entry.files().stream().map(FileName::string))
                .collect(Collectors.joining(SEPARATOR));
    }

    private static List<Entry> read(String value) {
        return Arrays.stream(value.split(ENTRY_SEPARATOR))
                .flatMap(entry -> entry(entry).stream())
                .limit(LIMIT)
                .toList();
    }

    private static Optional<Entry> entry(String value) {
        List<String> parts = Arrays.stream(value.split(SEPARATOR)).filter(Predicate.not(String::isEmpty)).toList();
        Optional<Instant> opened = parts.stream()
                .limit(1)
                .map(OPENED::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Instant.ofEpochMilli(Long.parseLong(matcher.group(1))))
                .findFirst();
        try {
            List<Path> files = parts.stream().skip(opened.isPresent() ? 1 : 0).map(FileName::path).toList();
            return files.isEmpty() ? Optional.empty() : Optional.of(new Entry(files, opened));
        } catch (InvalidPathException e) {
            return Optional.empty(); // written by hand, or by another system
        }
    }
}
