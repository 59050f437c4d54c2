package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The texts of the window as their files hold them.
final class WindowTexts {

    /// The packages that have such a file, or may have one, by the directories of their sources.
    static final Map<Path, Path> PARENTS = Map.of(Path.of("../views/src/main/resources/org/sipsleuth/view"),
            Path.of("../views/src/main/java/org/sipsleuth/view"), Path.of("src/main/resources/org/sipsleuth/app"),
            Path.of("src/main/java/org/sipsleuth/app"));

    private WindowTexts() {}

    /// The texts by package (`flood`), then by key.
    static Map<String, Map<String, String>> byPackage() throws IOException {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Path parent : PARENTS.keySet()) {
            try (Stream<Path> files = Files.walk(parent)) {
                for (Path file : files.filter(each -> each.endsWith("texts.properties")).toList()) {
                    all.put(parent.relativize(file.getParent()).toString().replace('\\', '/'), read(file));
                }
            }
        }
        return all;
    }

    /// All texts by key.
    static Map<String, String> all() throws IOException {
        Map<String, String> all = new TreeMap<>();
        byPackage().values().forEach(all::putAll);
        return all;
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        Map<String, String> byKey = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> byKey.put(key, texts.getProperty(key)));
        return byKey;
    }
}
