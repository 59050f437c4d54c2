package org.sipsleuth.app.workbench.memory;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The captures opened last, latest first. Files opened together are one entry.
public final class RecentFiles {

    /// How many entries are kept.
    static final int LIMIT = 12;

    private static final String KEY = "recent.";

    /// Stands between the paths of one entry: no path holds it.
    private static final String SEPARATOR = "\0";

    private final Settings settings;
    private final ObservableList<List<Path>> entries = FXCollections.observableArrayList();
    private final ObservableList<List<Path>> view =
            FXCollections.unmodifiableObservableList(entries);

    public RecentFiles(Settings settings) {
        this.settings = settings;
        for (int i = 0; i < LIMIT; i++) {
            settings.get(KEY + i).flatMap(RecentFiles::read).ifPresent(entries::add);
        }
    }

    /// The entries, to look at and to listen to.
    public ObservableList<List<Path>> entries() {
        return view;
    }

    /// Puts files first.
    public void add(List<Path> files) {
        List<Path> absolute = files.stream().map(Path::toAbsolutePath).toList();
        List<List<Path>> changed = new ArrayList<>(entries);
        changed.remove(absolute);
        changed.addFirst(absolute);
        keep(changed.subList(0, Math.min(LIMIT, changed.size())));
    }

    /// Drops the entries of which a file is gone, and gives them.
    public List<List<Path>> dropMissing() {
        List<List<Path>> missing =
                entries.stream().filter(files -> !files.stream().allMatch(Files::exists)).toList();
        if (!missing.isEmpty()) {
            keep(entries.stream().filter(files -> !missing.contains(files)).toList());
        }
        return missing;
    }

    private void keep(List<List<Path>> changed) {
        entries.setAll(List.copyOf(changed));
        for (int i = 0; i < LIMIT; i++) {
            if (i < entries.size()) {
                settings.put(KEY + i, write(entries.get(i)));
            } else {
                settings.remove(KEY + i);
            }
        }
        settings.save();
    }

    private static String write(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(SEPARATOR));
    }

    private static Optional<List<Path>> read(String value) {
        try {
            return Optional.of(Arrays.stream(value.split(SEPARATOR)).map(Path::of).toList());
        } catch (InvalidPathException e) {
            return Optional.empty(); // written by hand, or by another system
        }
    }
}
