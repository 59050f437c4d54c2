package org.sipsleuth.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A program that uses the reader gets few libraries with it.
class ReaderDependenciesTest {

    /// What the reader needs, by the names of the jars.
    private static final List<String> NEEDED = List.of("sipsleuth-base-", "zstd-jni-", "slf4j-api-", "jspecify-");

    /// What only tests need, and what runs them.
    private static final String OF_TESTS =
            "(junit-|jqwik-|opentest4j-|apiguardian-|open-test-reporting-|surefire|common-|picocli-).*";

    @Test
    void nothingElseIsOnTheClassPath() {
        List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .map(jar -> String.valueOf(jar.getFileName()))
                .filter(name -> !name.matches(OF_TESTS))
                .toList();
        List<String> others = jars.stream().filter(name -> NEEDED.stream().noneMatch(name::startsWith)).toList();
        assertEquals(List.of(), others);
        assertTrue(jars.size() > 2, () -> "cannot see the class path: " + jars);
    }
}
