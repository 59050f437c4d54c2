package org.sipsleuth.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesTest {

    private static final Path YARA = Path.of("/usr/bin/yara");

    private static final Signature HOSTILE = new Signature("hostile", SignatureKind.BILATERAL,
            List.of(new WeightedString("\" } condition: true } //\n", 10), new WeightedString("\u00ff\0*/", 20),
                    new WeightedString("|22|\"; sid:1;)", -5)),
            25, 3);

    @TempDir private Path folder = Path.of("");

    @Test
    void bytesOfMessagesCannotEndARule() {
        String yara = YaraRules.of(List.of(HOSTILE));
        assertFalse(yara.contains("} condition: true"), yara);
        assertFalse(yara.contains("*/"), yara);
        assertTrue(yara.contains("{ FF 00 2A 2F }"), yara);
        String suricata = SuricataRules.of(List.of(HOSTILE), SuricataDialect.V7);
        assertEquals(4, suricata.lines().count(), suricata); // three lines of comment and one rule
        assertFalse(suricata.contains("sid:1;"), suricata);
    }

    @Test
    void dialectsOfSuricataDiffer() {
        assertTrue(SuricataRules.of(List.of(HOSTILE), SuricataDialect.V7).contains("alert udp any"));
        assertTrue(SuricataRules.of(List.of(HOSTILE), SuricataDialect.V8).contains("alert sip any"));
        assertTrue(SuricataRules.of(List.of(HOSTILE), SuricataDialect.V8).startsWith("# Suricata 8, not run here"));
    }

    @Test
    void yaraMatchesTheSameMessages() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(YARA), "yara is not installed: ./sipsleuth doctor --tests");
        Random random = new Random(5);
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<WeightedString> strings = new ArrayList<>();
            for (String text : Set.of("ab" + i % 3, "a", "\u00ff" + (char) ('0' + i % 7))) {
                strings.add(new WeightedString(text, random.nextBoolean() ? 3 + i : -2));
            }
            signatures.add(new Signature("s" + i, SignatureKind.UNILATERAL, strings, 4 + 3 * i, 1));
        }
        signatures.add(HOSTILE);
        SignatureScanner scanner = new SignatureScanner(signatures);
        Path rules = folder.resolve("rules.yar");
        Files.writeString(rules, YaraRules.of(signatures), StandardCharsets.ISO_8859_1);
        Path messages = Files.createDirectory(folder.resolve("messages"));
        Set<String> ours = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(60); j >= 0; j--) {
                text.append("ab012345\u00ff".charAt(random.nextInt(9)));
            }
            if (i % 10 == 0) {
                text.append("\u00ff\0*/\" } condition: true } //\n");
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            Files.write(messages.resolve("m" + i), bytes);
            for (int match : scanner.matches(bytes)) {
                ours.add("sip_" + signatures.get(match).name() + " m" + i);
            }
        }
        Process yara = new ProcessBuilder(YARA.toString(), "-w", rules.toString(), messages.toString())
                .redirectErrorStream(true)
                .start();
        Set<String> theirs = new TreeSet<>();
        new String(yara.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .forEach(line -> theirs
                        .add(line.substring(0, line.indexOf(' ') + 1) + line.substring(line.lastIndexOf('/') + 1)));
        assertTrue(yara.waitFor(60, TimeUnit.SECONDS));
        assertTrue(ours.size() > 50, "enough matches: " + ours.size());
        assertEquals(ours, theirs);
    }
}
