package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.HeaderField;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.Via;
import org.sipsleuth.transaction.HopTransaction;

/// Finds BYEs with the address of a party that another host sent.
///
/// One sign is what follows: after a BYE that was accepted, the party sends requests in the call,
/// which are refused with 481, or a BYE of its own with no higher CSeq, which it would not use
/// twice (RFC 3261 §12.2.1.1); after one that was refused so, the call goes on. Another one is
/// required: the BYE is written otherwise than the party writes, has a tag that nobody in the call
/// has, or its packet came another way or from another port. Without the first sign, it must be
/// written otherwise and have come another way.
final class ForgedByes {

    private static final int NO_SUCH_DIALOG = 481;
    private static final long CROSSING_NANOS = 500_000_000L;

    /// Further requests of a call are not read.
    private static final int MOST_REQUESTS = 64;

    private final Traffic traffic;
    private final SipIndex index;

    /// By their messages.
    private final BitSet otherPaths;

    private ForgedByes(Traffic traffic, BitSet otherPaths) {
        this.traffic = traffic;
        this.index = traffic.table().index();
        this.otherPaths = otherPaths;
    }

    /// Those that no rule has explained, in the order of time.
    ///
    /// @param otherPaths the messages that came another way than others of their addresses
    static List<ForgedTeardown> find(Traffic traffic, BitSet otherPaths) {
        return new ForgedByes(traffic, otherPaths).find();
    }

    private List<ForgedTeardown> find() {
        List<ForgedTeardown> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (HopTransaction each : traffic.open()) {
            if (each.method() == MessageTypes.BYE && each.isWithinDialog() && isAnswered(each)) {
                if (otherPaths.get(each.request()) || isFollowed(each)) {
                    seen.add(each.dialog());
                }
            }
        }
        for (int dialog : seen) {
            traffic.monitor().throwIfCancelled();
            List<HopTransaction> requests = traffic.byDialog()
                    .of(dialog)
                    .stream()
                    .filter(each -> !each.isCopy() && !traffic.isExplained(each))
                    .limit(MOST_REQUESTS)
                    .toList();
            for (HopTransaction each : requests) {
                boolean isBye = each.method() == MessageTypes.BYE && each.isWithinDialog();
                ForgedTeardown forged = isBye && isAnswered(each) ? judge(each, requests) : null;
                if (forged != null) {
                    found.add(forged);
                }
            }
        }
        return found;
    }

    private static boolean isAnswered(HopTransaction bye) {
        return bye.isAccepted() || bye.status() == NO_SUCH_DIALOG;
    }

    /// Whether anything follows in its dialog; most often, nothing does.
    private boolean isFollowed(HopTransaction bye) {
        List<HopTransaction> its = traffic.byDialog().of(bye.dialog());
        return its.getLast().atNanos() > bye.atNanos() + CROSSING_NANOS;
    }

    private @Nullable ForgedTeardown judge(HopTransaction bye, List<HopTransaction> requests) {
        SipMessage message = index.message(bye.request());
        String tag = tag(message);
        if (tag.isEmpty()) {
            return null;
        }
        HopTransaction later = null;
        List<HopTransaction> own = new ArrayList<>();
        Set<String> tags = new HashSet<>();
        for (HopTransaction each : requests) {
            if (each == bye) {
                continue;
            }
            SipMessage other = index.message(each.request());
            boolean isOwn = tag.equals(tag(other));
            addTags(other, tags);
            if (each.response() >= 0) {
                addTags(index.message(each.response()), tags);
            }
            if (later == null && contradicts(bye, each, isOwn)) {
                later = each;
            }
            if (isOwn) {
                own.add(each);
            }
        }
        boolean isOtherPath = otherPaths.get(bye.request());
        boolean isOtherPort = isOtherPort(bye, own);
        boolean isOtherWriting = isOtherWriting(message, own);
        boolean isWrong = !bye.isAccepted() && !tags.contains(message.to().flatMap(NameAddr::tag).orElse(""));
        boolean isForged =
                later == null ? isOtherPath && isOtherWriting : isOtherPath || isOtherPort || isOtherWriting || isWrong;
        return isForged ? new ForgedTeardown(bye, later, isOtherPath, isOtherPort, isOtherWriting, false) : null;
    }

    /// Whether it came from a port from which none of the other requests of its side came; over
    /// TCP, each connection has a port of its own.
    private boolean isOtherPort(HopTransaction bye, List<HopTransaction> own) {
        MessageTable messages = index.messages();
        List<HopTransaction> ofHost = own.stream().filter(each -> each.source() == bye.source()).toList();
        return messages.transport(bye.request()) == Transport.UDP && !ofHost.isEmpty()
                && ofHost.stream().noneMatch(each -> messages.source(each.request()) == messages.source(bye.request()));
    }

    /// Whether all requests of its side are written otherwise; only its BYEs where it sent others,
    /// since these show best how it writes them.
    private boolean isOtherWriting(SipMessage bye, List<HopTransaction> own) {
        List<HopTransaction> byes = own.stream().filter(each -> each.method() == MessageTypes.BYE).toList();
        List<HopTransaction> compared = byes.isEmpty() ? own : byes;
        return !compared.isEmpty() && compared.stream().allMatch(each -> isOther(bye, index.message(each.request())));
    }

    /// Whether a later request shows that the party did not send a BYE: its own one, which is
    /// refused if the BYE was accepted and it is not what the receiver of the BYE passed on, or
    /// ends the call again; or, if the BYE was refused, a request in the call that is accepted.
    private static boolean contradicts(HopTransaction bye, HopTransaction later, boolean isOwn) {
        if (!later.isWithinDialog() || later.atNanos() <= bye.atNanos() + CROSSING_NANOS) {
            return false;
        }
        if (!bye.isAccepted()) {
            return later.isAccepted();
        }
        boolean isSecondBye = later.method() == MessageTypes.BYE && later.isAccepted() && later.cseq() <= bye.cseq();
        return isOwn && later.source() != bye.destination() && (later.status() == NO_SUCH_DIALOG || isSecondBye);
    }

    private static String tag(SipMessage message) {
        return message.from().flatMap(NameAddr::tag).orElse("");
    }

    private static void addTags(SipMessage message, Set<String> tags) {
        message.from().flatMap(NameAddr::tag).ifPresent(tags::add);
        message.to().flatMap(NameAddr::tag).ifPresent(tags::add);
    }

    /// Whether another program wrote it. Requests of other methods have other header fields.
    private static boolean isOther(SipMessage bye, SipMessage other) {
        Optional<String> product = CallParties.product(bye);
        Optional<String> its = CallParties.product(other);
        if (product.isPresent() && its.isPresent() && !product.equals(its)) {
            return true;
        }
        boolean isBye = other instanceof SipRequest request && request.method().equals("BYE");
        return (isBye && (!product.equals(its) || !order(bye).equals(order(other))))
                || !grammar(bye).equals(grammar(other));
    }

    /// The names of the header fields in their order, but for those that proxies add.
    private static List<String> order(SipMessage message) {
        return message.headerFields()
                .stream()
                .map(HeaderField::name)
                .filter(name -> !name.equalsIgnoreCase("Via") && !name.equalsIgnoreCase("v"))
                .filter(name -> !name.equalsIgnoreCase("Route"))
                .filter(name -> !name.equalsIgnoreCase("Record-Route"))
                .toList();
    }

    /// The length and alphabet of the branch of its originator.
    private static String grammar(SipMessage message) {
        List<Via> vias = message.vias();
        String branch = vias.isEmpty() ? "" : vias.getLast().branch().orElse("");
        String kind = branch.replaceFirst("^z9hG4bK", "")
                .replaceAll("[0-9]+", "0")
                .replaceAll("[a-z]+", "a")
                .replaceAll("[A-Z]+", "A")
                .replaceAll("(0|a|A){2,}", "x");
        return branch.length() / 4 + kind;
    }
}
