package org.sipsleuth.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// This module is compiled as all others are, and only when it is asked for.
final class HouseRulesTest {

    /// What would replace, or loosen, the settings of the root's compiler.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "combine.self",
                "<compilerArgs",
                "<compilerArgument",
                "<showWarnings>",
                "<failOnWarning>",
                "<proc>",
                "maven.compiler."
            })
    void theCompilerHasTheSettingsOfTheRoot(String change) throws IOException {
        assertFalse(Files.readString(Path.of("pom.xml")).contains(change));
    }

    @Test
    void jmhsProcessorStandsBesideThoseThatWatch() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<annotationProcessorPaths combine.children=\"append\">"));
    }

    @Test
    void onlyTheProfileBuildsIt() throws IOException {
        String root = Files.readString(Path.of("..", "pom.xml"));
        String module = "<module>bench</module>";
        assertTrue(root.indexOf(module) > root.indexOf("<id>bench</id>"));
        assertEquals(root.indexOf(module), root.lastIndexOf(module));
    }
}
