package org.sipsleuth.dialog;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// What the other messages of a capture show of those whose header was cut: the one Call-ID that
/// begins with what there is of theirs, between the same addresses; the one transaction that they
/// can belong to. Found when all was read, so that all can be read once more with it.
final class CutMessages {

    /// Nothing is known, or nothing was cut.
    static final CutMessages NONE = new CutMessages(Map.of());

    /// What a message lacks.
    ///
    /// @param callId the Call-ID, or null if it has one
    /// @param cseq the CSeq number, or -1
    /// @param method the method in CSeq, or empty
    /// @param branch the branch of the topmost Via, or null if it has one
    record Missing(@Nullable String callId, int cseq, String method, @Nullable String branch) {}

    /// The addresses that messages go between, in either direction.
    private record Hop(Set<InetAddress> addresses) {

        static Hop of(MessageTable messages, int message) {
            return new Hop(Set.copyOf(List.of(messages.endpoint(messages.source(message)).address(),
                    messages.endpoint(messages.destination(message)).address())));
        }
    }

    /// The transaction of a message with all its keys.
    private record Keys(String callId, int cseq, String method, String branch) {}

    private final Map<Integer, Missing> byMessage;

    private CutMessages(Map<Integer, Missing> byMessage) {
        this.byMessage = byMessage;
    }

    boolean isEmpty() {
        return byMessage.isEmpty();
    }

    /// What a message lacks, as far as the others show it; null for nothing.
    @Nullable
    Missing of(int message) {
        return byMessage.isEmpty() ? null : byMessage.get(message);
    }

    /// Searches all messages of an index. Cost: its rows; the messages between addresses whose
    /// headers were cut are parsed.
    static CutMessages of(SipIndex index) {
        Search search = new Search(index);
        return search.cut.isEmpty() ? NONE : new CutMessages(search.run());
    }

    private static final class Search {

        private final SipIndex index;
        private final MessageTable messages;
        private final SipLayout layout = new SipLayout();
        private final List<Integer> cut = new ArrayList<>();
        private final BitSet isApart = new BitSet();
        private final Map<Hop, NavigableSet<String>> callIds = new HashMap<>();
        private final Map<String, Set<Keys>> byCallId = new HashMap<>();
        private final Map<Hop, Map<String, Set<String>>> byBranch = new HashMap<>();

        Search(SipIndex index) {
            this.index = index;
            messages = index.messages();
            for (int message = 0; message < messages.size(); message++) {
                if (!messages.isCut(message)) {
                    continue;
                }
                index.layout(message, layout);
                if (layout.isHeaderCut()) {
                    cut.add(message);
                    isApart.set(message, !layout.has(Part.CALL_ID));
                    callIds.putIfAbsent(Hop.of(messages, message), new TreeSet<>());
                }
            }
        }

        Map<Integer, Missing> run() {
            for (int message = 0; message < messages.size(); message++) {
                Hop hop = Hop.of(messages, message);
                NavigableSet<String> known = callIds.get(hop);
                if (known != null && !isApart.get(message)) {
                    String callId = index.dialogs().callId(messages.dialog(message));
                    known.add(callId);
                    note(message, callId, hop);
                }
            }
            Map<Integer, Missing> found = new HashMap<>();
            for (int message : cut) {
                missing(message).ifPresent(absent -> found.put(message, absent));
            }
            return found;
        }

        /// Notes the keys of a message that has all of them.
        private void note(int message, String callId, Hop hop) {
            byte[] buffer = index.layout(message, layout);
            String branch = layout.text(Part.BRANCH, buffer);
            if (!branch.isEmpty()) {
                byBranch.computeIfAbsent(hop, _ -> new HashMap<>())
                        .computeIfAbsent(branch, _ -> new HashSet<>())
                        .add(callId);
            }
            if (layout.cseqNumber() >= 0 && layout.has(Part.CSEQ_METHOD) && !branch.isEmpty()) {
                byCallId.computeIfAbsent(callId, _ -> new HashSet<>())
                        .add(new Keys(callId, (int) layout.cseqNumber(), layout.text(Part.CSEQ_METHOD, buffer),
                                branch));
            }
        }

        private Optional<Missing> missing(int message) {
            byte[] buffer = index.layout(message, layout);
            String branch = layout.text(Part.BRANCH, buffer);
            boolean hasCallId = layout.has(Part.CALL_ID);
            Optional<String> callId = hasCallId ? Optional.of(layout.text(Part.CALL_ID, buffer))
                    : callId(Hop.of(messages, message), layout.text(Part.CUT_CALL_ID, buffer), branch);
            if (callId.isEmpty()) {
                return Optional.empty();
            }
            Keys keys = keys(callId.get(), branch, method(buffer));
            boolean isNew = !hasCallId || keys.cseq() >= 0;
            return isNew
                    ? Optional.of(new Missing(hasCallId ? null : callId.get(), keys.cseq(), keys.method(),
                            layout.has(Part.BRANCH) || keys.branch().isEmpty() ? null : keys.branch()))
                    : Optional.empty();
        }

        private String method(byte[] buffer) {
            return layout.text(layout.isRequest() ? Part.METHOD : Part.CSEQ_METHOD, buffer);
        }

        /// The one Call-ID that begins with what there is; else the one with the same branch.
        private Optional<String> callId(Hop hop, String beginning, String branch) {
            NavigableSet<String> known = callIds.getOrDefault(hop, Collections.emptyNavigableSet());
            String first = known.ceiling(beginning);
            if (!beginning.isEmpty() && first != null && first.startsWith(beginning)) {
                String second = known.higher(first);
                if (second == null || !second.startsWith(beginning)) {
                    return Optional.of(first);
                }
            }
            Set<String> same =
                    branch.isEmpty() ? Set.of() : byBranch.getOrDefault(hop, Map.of()).getOrDefault(branch, Set.of());
            return same.size() == 1 ? same.stream().filter(callId -> callId.startsWith(beginning)).findFirst()
                    : Optional.empty();
        }

        /// The keys of the one transaction that the message can belong to. An ACK to a refusal has
        /// the branch of its INVITE.
        private Keys keys(String callId, String branch, String method) {
            List<Keys> fitting = byCallId.getOrDefault(callId, Set.of())
                    .stream()
                    .filter(each -> branch.isEmpty() || each.branch().equals(branch))
                    .filter(each -> method.isEmpty() || each.method().equals(method)
                            || (method.equals("ACK") && !branch.isEmpty() && each.method().equals("INVITE")))
                    .filter(each -> layout.cseqNumber() < 0 || layout.cseqNumber() == each.cseq())
                    .limit(2)
                    .toList();
            return fitting.size() == 1 ? fitting.getFirst() : new Keys(callId, -1, "", "");
        }
    }

    /// The method of a response's CSeq by its name; -1 if that is not known.
    static int type(MessageTypes types, Missing missing) {
        byte[] name = missing.method().getBytes(StandardCharsets.UTF_8);
        return name.length == 0 ? -1 : types.ofMethod(name, 0, name.length);
    }
}
