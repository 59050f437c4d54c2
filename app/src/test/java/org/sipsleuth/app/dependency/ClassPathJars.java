package org.sipsleuth.app.dependency;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The jars of other projects on the class path of this test.
final class ClassPathJars {

    /// What only tests need.
    private static final Pattern TEST_LIBRARIES = Pattern.compile(
            "(junit-.*|jqwik-.*|archunit-.*|testfx-.*|hamcrest-.*|opentest4j-.*|assertj-core-.*|org\\.osgi\\.core-.*"
                    + "|open-test-reporting-.*|apiguardian-api-.*|surefire.*)\\.jar");

    /// What the program that starts the tests brings.
    private static final Pattern TEST_RUNNERS =
            Pattern.compile("(junit-platform-(console|reporting)-.*|open-test-reporting-.*|surefire.*)\\.jar");

    private ClassPathJars() {}

    static List<Path> all() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .filter(jar -> !jar.getFileName().toString().startsWith("sipsleuth-"))
                .filter(jar -> !TEST_RUNNERS.matcher(jar.getFileName().toString()).matches())
                .distinct()
                .toList();
    }

    /// Those that come with the program.
    static List<Path> runtime() {
        return all().stream().filter(jar -> !TEST_LIBRARIES.matcher(jar.getFileName().toString()).matches()).toList();
    }
}
