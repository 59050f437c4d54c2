package org.sipsleuth.call.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How many calls are not listed, and why.
///
/// @param withheld the caller, or who is called, is withheld
/// @param serviceCodes it is made to or from a service code, such as `*98`
/// @param nobody no caller is named, or nobody is called
public record LeftOut(long withheld, long serviceCodes, long nobody) {

    /// None is left out.
    public static final LeftOut NONE = new LeftOut(0, 0, 0);

    /// How many there are.
    public long count() {
        return withheld + serviceCodes + nobody;
    }

    /// How many there are by the reason, as output names it.
    public Map<String, Long> byReason() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("withheld", withheld);
        counts.put("service_code", serviceCodes);
        counts.put("no_user", nobody);
        return counts;
    }

    /// How many calls are left out, by reason; empty if none is.
    ///
    /// @param noun what they are, in the singular
    public Optional<String> sentence(String noun) {
        if (count() == 0) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        add(reasons, withheld, "withheld number");
        add(reasons, serviceCodes, "service code");
        add(reasons, nobody, "no caller or no callee");
        return Optional.of(String.format(Locale.ROOT, "%,d %s left out: %s", count(), count() == 1 ? noun : noun + "s",
                String.join(", ", reasons)));
    }

    private static void add(List<String> reasons, long count, String reason) {
        if (count > 0) {
            reasons.add(String.format(Locale.ROOT, "%s (%,d)", reason, count));
        }
    }

    /// Counts them. For one thread.
    static final class Counter {
        private long withheld;
        private long serviceCodes;
        private long nobody;

        /// Counts one, by the first reason that is one.
        void add(UserNames.Kind caller, UserNames.Kind callee) {
            switch (caller == UserNames.Kind.USER ? callee : caller) {
                case WITHHELD -> withheld++;
                case SERVICE_CODE -> serviceCodes++;
                case NOBODY, USER -> nobody++;
            }
        }

        LeftOut sum() {
            return new LeftOut(withheld, serviceCodes, nobody);
        }
    }
}
