package org.sipsleuth.fingerprint;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How known devices and tools write their requests. Immutable.
public final class KnownFingerprints {

    private static final String FILE = "known-fingerprints.tsv";
    private static final String REMARK = "//";

    /// Below this share a program is not called near.
    private static final double NEAR = 0.6;

    /// So many parts are named where a program is recognised.
    private static final int NAMED_PARTS = 3;

    private static final class Shipped {
        private static final KnownFingerprints ALL = new KnownFingerprints(lines());
    }

    private final List<ReferencePrint> references;

    private KnownFingerprints(List<String> lines) {
        references = lines.stream().map(ReferencePrint::of).toList();
    }

    /// Those that come with the program.
    public static KnownFingerprints shipped() {
        return Shipped.ALL;
    }

    private static List<String> lines() {
        try (InputStream in = KnownFingerprints.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(REMARK))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The programs, without repetition, in the order of the file.
    public List<KnownProgram> programs() {
        return references.stream().map(ReferencePrint::program).distinct().toList();
    }

    /// The program that is nearest to a fingerprint, if any is near. Cost: all that are known.
    public Optional<Likeness> nearest(Fingerprint fingerprint) {
        return references.stream()
                .map(each -> each.compare(fingerprint))
                .flatMap(Optional::stream)
                .filter(each -> each.share() >= NEAR)
                .max(Comparator.comparingDouble(Likeness::share)
                        .thenComparing(Likeness::callsItselfSo)
                        .thenComparingInt(each -> each.alike().size()));
    }

    /// The program that wrote a request: recognised by how it writes, else the tool that its
    /// User-Agent names.
    public Optional<KnownProgram> identify(Fingerprint fingerprint) {
        Optional<KnownProgram> recognised = nearest(fingerprint).filter(Likeness::isRecognised).map(Likeness::program);
        return recognised.or(() -> named(fingerprint).filter(KnownProgram::isTool));
    }

    private Optional<KnownProgram> named(Fingerprint fingerprint) {
        return references.stream()
                .filter(each -> each.isNamed(fingerprint.userAgent()))
                .map(ReferencePrint::program)
                .findFirst();
    }

    /// A few words that identify the program which wrote a request; they may hold words from the
    /// capture.
    public String describe(Fingerprint fingerprint) {
        Optional<Likeness> nearest = nearest(fingerprint);
        String agent = fingerprint.userAgent();
        if (nearest.isPresent() && nearest.get().isRecognised()) {
            return recognised(nearest.get(), agent);
        }
        Optional<KnownProgram> named = named(fingerprint).filter(KnownProgram::isTool);
        if (named.isPresent()) {
            return Wording.NAMED_ALONE.text(named.get().name(), agent);
        }
        if (!agent.isEmpty()) {
            return agent;
        }
        return nearest.map(KnownFingerprints::near)
                .orElseGet(() -> Wording.UNKNOWN.text(fingerprint.branch(), fingerprint.callId()));
    }

    private static String recognised(Likeness likeness, String agent) {
        String name = likeness.program().name();
        if (agent.isEmpty()) {
            return Wording.WITHOUT_NAME.text(name);
        }
        if (!likeness.program().isTool()) {
            return agent; // many products are made with one library
        }
        if (likeness.callsItselfSo()) {
            return agent.contains(name) ? agent : Wording.NAMED.text(name, agent);
        }
        List<FingerprintPart> parts = likeness.alike();
        return Wording.DISGUISED.text(name, withoutComment(agent),
                texts(parts.subList(0, Math.min(NAMED_PARTS, parts.size()))));
    }

    /// `baresip v1.0.0` of `baresip v1.0.0 (x86_64/linux)`: a product without the comment behind it
    /// (RFC 3261 §20.41).
    private static String withoutComment(String agent) {
        int comment = agent.endsWith(")") ? agent.indexOf(" (") : -1;
        return comment > 0 ? agent.substring(0, comment).stripTrailing() : agent;
    }

    /// The nearest program with what differs from it, in words.
    private static String near(Likeness likeness) {
        return Wording.NEAR.text(likeness.program().name(), texts(likeness.different()));
    }

    private static String texts(List<FingerprintPart> parts) {
        List<String> texts = parts.stream().map(FingerprintPart::text).toList();
        int last = texts.size() - 1;
        return last < 1 ? String.join("", texts)
                : Wording.AND.text(String.join(", ", texts.subList(0, last)), texts.get(last));
    }
}
