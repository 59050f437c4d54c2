package org.sipsleuth.fingerprint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a known program writes some methods: a pattern for each part that identifies it.
final class ReferencePrint {

    /// Columns before those of the parts, in the order of the file.
    private static final int NAME = 0;

    private static final int KIND = 1;
    private static final int METHOD = 2;
    private static final int FIRST_PART = 3;

    private static final List<FingerprintPart> PARTS =
            List.of(FingerprintPart.HEADER_ORDER, FingerprintPart.VIA, FingerprintPart.BRANCH, FingerprintPart.CALL_ID,
                    FingerprintPart.TAG, FingerprintPart.ADDRESSES, FingerprintPart.SDP);

    private static final int AGENT = FIRST_PART + PARTS.size();
    private static final int SOURCE = AGENT + 1;

    private final KnownProgram program;
    private final Pattern method;
    private final Map<FingerprintPart, Pattern> patterns;
    private final Pattern agent;

    private ReferencePrint(String[] columns) {
        program = new KnownProgram(columns[NAME], KnownProgram.Kind.valueOf(columns[KIND]), columns[SOURCE]);
        method = Pattern.compile(columns[METHOD]);
        patterns = new EnumMap<>(FingerprintPart.class);
        for (FingerprintPart part : PARTS) {
            String pattern = columns[FIRST_PART + PARTS.indexOf(part)];
            if (!pattern.isEmpty()) {
                patterns.put(part, Pattern.compile(pattern));
            }
        }
        agent = Pattern.compile(columns[AGENT], Pattern.CASE_INSENSITIVE);
    }

    /// Reads a line of the file, whose columns are separated by tabs.
    static ReferencePrint of(String line) {
        return new ReferencePrint(line.split("\t", -1));
    }

    KnownProgram program() {
        return program;
    }

    /// Whether a User-Agent names the program.
    boolean isNamed(String userAgent) {
        return !agent.pattern().isEmpty() && agent.matcher(userAgent).find();
    }

    /// How near a fingerprint is to it; nothing for a method that it does not describe.
    Optional<Likeness> compare(Fingerprint fingerprint) {
        if (!method.matcher(fingerprint.method()).matches()) {
            return Optional.empty();
        }
        List<FingerprintPart> alike = new ArrayList<>();
        List<FingerprintPart> different = new ArrayList<>();
        int weight = 0;
        int all = 0;
        for (Map.Entry<FingerprintPart, Pattern> each : patterns.entrySet()) {
            String value = each.getKey().of(fingerprint);
            if (each.getKey() == FingerprintPart.SDP && value.isEmpty()) {
                continue; // not all requests of a method have one
            }
            boolean isAlike = each.getValue().matcher(value).matches();
            (isAlike ? alike : different).add(each.getKey());
            weight += isAlike ? each.getKey().weight() : 0;
            all += each.getKey().weight();
        }
        return Optional.of(new Likeness(program, alike, different, all == 0 ? 0 : weight / (double) all,
                isNamed(fingerprint.userAgent())));
    }
}
