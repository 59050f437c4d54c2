package org.sipsleuth.ngram.detection;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.field.SipUri;

/// The network that a model was trained on, by fingerprints: which host begins dialogs with which
/// other one under which domain. A fingerprint has 24 bits, so that some 256 IPv4 addresses share
/// each: enough to recognise a network, and too little to read an address from it; who guesses a pair
/// can test whether it may be among them. Immutable.
final class KnownNetwork {

    /// The most fingerprints that are kept; a host of another network has one of them by chance with
    /// a probability of 0.0012.
    static final int MOST = 20_000;

    static final KnownNetwork NONE = new KnownNetwork(new int[0]);

    private static final int BITS = 24;

    /// A capture is of the network if so many of its hosts are known: floods and scans have many
    /// more that are not.
    private static final int ENOUGH = 10;

    private static final double SHARE = 0.5;

    private final int[] sorted;

    private KnownNetwork(int[] sorted) {
        this.sorted = sorted;
    }

    /// The network of some dialogs.
    static KnownNetwork of(SipIndex index, IntPredicate isLearned) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int dialog = 0; dialog < index.dialogs().size() && all.size() < MOST; dialog++) {
            if (isLearned.test(dialog)) {
                all.add(fingerprint(index, dialog));
            }
        }
        return new KnownNetwork(all.stream().mapToInt(each -> each).toArray());
    }

    /// The network of these fingerprints.
    ///
    /// @throws IllegalArgumentException if they are too many, out of range or not in order
    static KnownNetwork of(int[] fingerprints) {
        for (int i = 0; i < fingerprints.length; i++) {
            if (fingerprints[i] < 0 || fingerprints[i] >= 1 << BITS
                    || (i > 0 && fingerprints[i - 1] >= fingerprints[i])) {
                throw new IllegalArgumentException("fingerprints that are not in order");
            }
        }
        if (fingerprints.length > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " fingerprints");
        }
        return new KnownNetwork(fingerprints.clone());
    }

    /// The fingerprints, in ascending order.
    int[] fingerprints() {
        return sorted.clone();
    }

    /// Whether a capture was taken in this network: at least half of the hosts that begin dialogs, or
    /// ten of them, begin one as they did in training. Cost: the dialogs.
    boolean isOf(SipIndex index) {
        if (sorted.length == 0) {
            return false;
        }
        Map<InetAddress, Boolean> hosts = new HashMap<>();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            boolean isKnown = Arrays.binarySearch(sorted, fingerprint(index, dialog)) >= 0;
            hosts.merge(source(index, dialog), isKnown, Boolean::logicalOr);
        }
        long known = hosts.values().stream().filter(each -> each).count();
        return known >= ENOUGH || (known > 0 && known >= SHARE * hosts.size());
    }

    private static InetAddress source(SipIndex index, int dialog) {
        int first = index.dialogs().firstMessage(dialog);
        return index.messages().endpoint(index.messages().source(first)).address();
    }

    private static int fingerprint(SipIndex index, int dialog) {
        int first = index.dialogs().firstMessage(dialog);
        InetAddress to = index.messages().endpoint(index.messages().destination(first)).address();
        String domain = SipUri.of(index.dialogs().caller(dialog)).map(SipUri::host).orElse("");
        long ofHosts = (31L * Arrays.hashCode(source(index, dialog).getAddress())) + Arrays.hashCode(to.getAddress());
        long hash = (31 * ofHosts) + domain.toLowerCase(Locale.ROOT).hashCode();
        return (int) ((hash * 0x9e3779b97f4a7c15L) >>> (Long.SIZE - BITS));
    }
}
