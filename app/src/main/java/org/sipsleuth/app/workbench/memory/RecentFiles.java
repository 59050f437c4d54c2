package org.sipsleuth.app.workbench.memory;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sipsleuth.capture.name.FileName;

/// The captures opened last, latest first. Files opened together are one entry. Windows that are
/// open at the same time add to one list.
public final class RecentFiles {

    /// How many entries are kept.
    static final int LIMIT = 12;

    private static final String KEY = "recent";

    /// Where each entry had a key of its own.
    private static final String OLD_KEY = "recent.";

    /// Stands between the paths of one entry: no path holds it.
    private static final String SEPARATOR = "\0";

    private static final String ENTRY_SEPARATOR = "\0\0";

    private final Settings settings;
    private final ObservableList<List<Path>> entries = FXCollections.observableArrayList();
    private final ObservableList<List<Path>> view = FXCollections.unmodifiableObservableList(entries);

    public RecentFiles(Settings settings) {
        this.settings = settings;
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
    public ObservableList<List<Path>> entries() {
        return view;
    }

    /// Puts files first.
    public void add(List<Path> files) {
        List<Path> absolute = files.stream().map(Path::toAbsolutePath).toList();
        change(before -> {
            List<List<Path>> changed = new ArrayList<>(before);
            changed.remove(absolute);
            changed.addFirst(absolute);
            return changed.subList(0, Math.min(LIMIT, changed.size()));
        });
    }

    /// Drops the entries of which a file is gone, and gives them.
    public List<List<Path>> dropMissing() {
        List<List<Path>> missing = entries.stream().filter(files -> !files.stream().allMatch(Files::exists)).toList();
        if (!missing.isEmpty()) {
            change(before -> before.stream().filter(files -> !missing.contains(files)).toList());
        }
        return missing;
    }

    private interface Change {
        List<List<Path>> of(List<List<Path>> before);
    }

    private void change(Change change) {
        settings.change(KEY, before -> write(change.of(read(before))));
        entries.setAll(read(settings.get(KEY).orElse("")));
    }

    private static String write(List<List<Path>> entries) {
        return entries.stream()
                .map(files -> files.stream().map(FileName::string).collect(Collectors.joining(SEPARATOR)))
                .collect(Collectors.joining(ENTRY_SEPARATOR));
    }

    private static List<List<Path>> read(String value) {
        return Arrays.stream(value.split(ENTRY_SEPARATOR))
                .flatMap(entry -> entry(entry).stream())
                .limit(LIMIT)
                .toList();
    }

    private static Optional<List<Path>> entry(String value) {
        try {
            return value.isEmpty() ? Optional.empty()
                    : Optional.of(Arrays.stream(value.split(SEPARATOR)).map(FileName::path).toList());
        } catch (InvalidPathException e) {
            return Optional.empty(); // written by hand, or by another system
        }
    }
}
