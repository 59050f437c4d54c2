package org.sipsleuth.simulate.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Digest;
import org.sipsleuth.simulate.message.Mutator;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Sdp;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;

/// Plays one script between a caller and a callee: each step as a message whose tags, CSeq, branch,
/// authentication and session description are consistent with those before it.
public final class ScriptPlayer {

    private static final int TAG_LENGTH = 10;
    private static final String COOKIE = "z9hG4bK";
    private static final int LEAST_RTP_PORT = 10_000;
    private static final int RTP_PORTS = 10_000;

    /// The methods of requests within a dialog that a provisional response made.
    private static final Set<String> OF_EARLY_DIALOGS = Set.of("PRACK", "UPDATE", "NOTIFY", "SUBSCRIBE");

    /// The dialog state of one side.
    private static final class Side {
        final Party party;
        final Sdp session;
        final String tag;
        long cseq;
        String challenge = "";
        boolean byProxy;
        int nonceCount;

        Side(Party party, SeededRandom draws) {
            this.party = party;
            int port = LEAST_RTP_PORT + 2 * draws.below(RTP_PORTS);
            long number = draws.between(1_000_000_000L, 3_999_999_999L);
            this.session = new Sdp(party.profile(), party.socket().host().toString(), port, number);
            this.tag = draws.token(TAG_LENGTH);
            this.cseq = draws.between(1, 30_000);
        }
    }

    private final Timeline timeline;
    private final Network network;
    private final SeededRandom draws;
    private final Side caller;
    private final Side callee;
    private final String callId;
    private final Label label;
    private Pacing pace = new Pacing();

    /// By transaction number.
    private final Map<Integer, Signal> requests = new HashMap<>();

    private final Map<Integer, Signal> finals = new HashMap<>();
    private final Map<Integer, Signal> cancels = new HashMap<>();
    private boolean agreed;

    /// Whether a provisional response or a NOTIFY made an early dialog.
    private boolean isEarly;
    private long reliable;
    private int mutatedStep = -1;
    private @Nullable Mutator mutator;
    private @Nullable Mutator rewriter;

    /// Prepares a dialog.
    ///
    /// @param draws random numbers for tags, times and the like
    /// @param label what the dialog is
    public ScriptPlayer(World world, SeededRandom draws, Party caller, Party callee, Label label) {
        this.timeline = world.timeline();
        this.network = world.network();
        this.draws = draws;
        this.caller = new Side(caller, draws);
        this.callee = new Side(callee, draws);
        this.callId = draws.hex(24) + "@" + caller.socket().host();
        this.label = label;
    }

    /// Mutates one message of the script in transit; all others are labelled as harmless.
    ///
    /// @param step the message's place in the script, from 0
    public ScriptPlayer mutating(int step, Mutator how) {
        mutatedStep = step;
        mutator = how;
        return this;
    }

    /// Writes every message of the script in another way that means the same, before one of them is
    /// mutated. No label changes.
    public ScriptPlayer rewriting(Mutator how) {
        rewriter = how;
        return this;
    }

    /// Sets the ringing time before the final response to an INVITE, and the talk time.
    public ScriptPlayer lasting(double ringSeconds, double talkSeconds) {
        pace = new Pacing(ringSeconds, talkSeconds);
        return this;
    }

    /// Plays a script from now on.
    ///
    /// @param then runs after its last message
    public void play(Script script, Runnable then) {
        List<Step> steps = script.steps();
        play(steps, 0, then);
    }

    private void play(List<Step> steps, int at, Runnable then) {
        Step step = steps.get(at);
        send(step, steps, at == mutatedStep ? mutator : null);
        if (at + 1 == steps.size()) {
            then.run();
        } else {
            long gap = pace.before(steps.get(at + 1), draws);
            timeline.in(gap, () -> play(steps, at + 1, then));
        }
    }

    private void send(Step step, List<Step> steps, @Nullable Mutator changed) {
        Side sender = step.byCaller() ? caller : callee;
        Side receiver = step.byCaller() ? callee : caller;
        Signal signal = switch (step.method()) {
            case "ACK" -> ack(step, sender);
            case "CANCEL" -> step.isRequest() ? cancel(step, sender) : cancelled(step);
            default ->
                    step.isRequest() ? request(step, sender, receiver, steps) : response(step, sender, receiver, steps);
        };
        signal.mutator = both(rewriter, changed);
        if (mutator != null) {
            signal.label = changed == null ? label.harmless() : label;
        }
        network.send(signal, sender.party.socket(), receiver.party.socket());
    }

    private static @Nullable Mutator both(@Nullable Mutator first, @Nullable Mutator second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return (message, changes) -> second.mutate(first.mutate(message, changes), changes);
    }

    private Signal request(Step step, Side sender, Side receiver, List<Step> steps) {
        Signal early = requests.get(step.transaction()); // it was answered before it was sent
        if (early != null) {
            return early;
        }
        Signal request = begun(step.method(), sender, ++sender.cseq);
        boolean register = step.method().equals("REGISTER");
        Party other = register ? sender.party : receiver.party;
        request.from = new NameAddress("", sender.party.uri(), sender.tag);
        boolean within = agreed || (isEarly && OF_EARLY_DIALOGS.contains(step.method()));
        request.to = new NameAddress("", other.uri(), within ? remoteTag(receiver) : "");
        request.requestUri = register ? "sip:" + sender.party.domain() : within ? contact(receiver) : other.uri();
        authorize(request, sender, isRefused(step, steps));
        switch (step.method()) {
            case "REGISTER" -> {
                request.contact = "<" + contact(sender) + ">";
                request.with("Expires", "3600");
            }
            case "INVITE" -> {
                request.contact = "<" + contact(sender) + ">";
                request.body = sender.session.offer(Sdp.Direction.SENDRECV);
            }
            case "OPTIONS" -> request.with("Accept", "application/sdp");
            case "INFO" -> request.body =
                    new Body("application/dtmf-relay", "Signal=%d\r\nDuration=160\r\n".formatted(draws.below(10)));
            default -> extension(request, sender);
        }
        requests.put(step.transaction(), request);
        return request;
    }

    /// The header fields of a request of a method that is not in RFC 3261.
    private void extension(Signal request, Side sender) {
        switch (request.method) {
            case "SUBSCRIBE" -> {
                request.contact = "<" + contact(sender) + ">";
                request.with("Event", "presence").with("Expires", "3600");
            }
            case "NOTIFY" -> {
                request.contact = "<" + contact(sender) + ">";
                request.with("Event", "presence").with("Subscription-State", "active");
            }
            case "PUBLISH" -> request.with("Event", "presence").with("Expires", "3600");
            case "REFER" -> {
                request.contact = "<" + contact(sender) + ">";
                request.with("Refer-To", "<sip:9000@" + sender.party.domain() + ">");
            }
            case "UPDATE" -> {
                request.contact = "<" + contact(sender) + ">";
                request.body = sender.session.offer(Sdp.Direction.SENDRECV);
            }
            case "PRACK" -> request.with("RAck", reliable + " " + (request.cseq - 1) + " INVITE");
            case "MESSAGE" -> request.body = new Body("text/plain", "Call me back.");
            default -> {
            }
        }
    }

    private Signal begun(String method, Side sender, long cseq) {
        Signal request = new Signal(label, sender.party.profile(), method, 0, callId, cseq);
        request.vias.add(new Via("UDP", sender.party.socket().inUri(), COOKIE + draws.token(16), "", 0));
        return request;
    }

    /// Whether the transaction of a request ends with another challenge.
    private static boolean isRefused(Step request, List<Step> steps) {
        for (Step step : steps) {
            if (step.transaction() == request.transaction() && (step.status() == 401 || step.status() == 407)) {
                return true;
            }
        }
        return false;
    }

    private void authorize(Signal request, Side sender, boolean wrongly) {
        if (sender.challenge.isEmpty()) {
            return;
        }
        String password = sender.party.password() + (wrongly ? "?" : "");
        request.with(sender.byProxy ? "Proxy-Authorization" : "Authorization", Digest.answer(sender.challenge,
                sender.party.user(), password, request.method, request.requestUri, ++sender.nonceCount, draws.hex(16)));
    }

    private Signal response(Step step, Side sender, Side receiver, List<Step> steps) {
        Step asked = new Step(!step.byCaller(), step.method(), 0, step.transaction(), 0);
        Signal request = request(asked, /* sender= */ receiver, /* receiver= */ sender, steps);
        Signal response = Signal.response(request, sender.party.profile(), step.status());
        if (step.status() > 100 && response.to.tag().isEmpty()) {
            response.to = response.to.tagged(tag(sender, step.branch()));
        }
        if (step.status() == 401 || step.status() == 407) {
            challenge(response, receiver);
        }
        boolean success = step.status() / 100 == 2;
        if (step.method().equals("INVITE")) {
            if (success || step.status() == 183) {
                response.body = sender.session.answer(Objects.requireNonNull(request.body));
            }
            if (step.status() > 100 && step.status() < 300) {
                response.contact = "<" + contact(sender) + ">";
            }
            agreed |= success;
            isEarly = step.status() > 100 && step.status() < 200;
            if (isAcknowledged(step, steps)) {
                response.with("Require", "100rel").with("RSeq", Long.toString(++reliable));
            }
            if (step.status() >= 200) {
                finals.put(step.transaction(), response);
            }
        } else if (step.method().equals("SUBSCRIBE")) {
            agreed |= success;
        } else if (step.method().equals("NOTIFY")) {
            isEarly = true;
        } else if (step.method().equals("REGISTER") && success) {
            response.contact = request.contact + ";expires=3600";
        }
        return response;
    }

    /// Whether a PRACK follows a response.
    private static boolean isAcknowledged(Step response, List<Step> steps) {
        int next = steps.indexOf(response) + 1;
        return next < steps.size() && steps.get(next).type().equals("PRACK");
    }

    private void challenge(Signal response, Side receiver) {
        receiver.byProxy = response.status == 407;
        receiver.challenge = Digest.challenge(receiver.party.domain(), draws.hex(32));
        receiver.nonceCount = 0;
        String name = receiver.byProxy ? "Proxy-Authenticate" : "WWW-Authenticate";
        response.with(name, receiver.challenge);
    }

    private Signal ack(Step step, Side sender) {
        Signal invite = Objects.requireNonNull(requests.get(step.transaction()));
        Signal answer = finals.getOrDefault(step.transaction(), invite);
        boolean success = answer.status / 100 == 2;
        Signal ack = begun("ACK", sender, invite.cseq);
        if (!success) {
            ack.vias = invite.vias; // RFC 3261 §17.1.1.3
        }
        ack.from = invite.from;
        ack.to = answer.to;
        Side other = step.byCaller() ? callee : caller;
        ack.requestUri = success ? contact(other) : invite.requestUri;
        return ack;
    }

    private Signal cancel(Step step, Side sender) {
        Signal invite = Objects.requireNonNull(requests.get(step.transaction()));
        Signal cancel = begun("CANCEL", sender, invite.cseq);
        cancel.vias = invite.vias; // RFC 3261 §9.1
        cancel.from = invite.from;
        cancel.to = invite.to;
        cancel.requestUri = invite.requestUri;
        cancels.put(step.transaction(), cancel);
        return cancel;
    }

    private Signal cancelled(Step step) {
        Side sender = step.byCaller() ? caller : callee;
        Signal cancel = Objects.requireNonNull(cancels.get(step.transaction()));
        Signal response = Signal.response(cancel, sender.party.profile(), step.status());
        response.to = response.to.tagged(tag(sender, 0));
        return response;
    }

    private String remoteTag(Side receiver) {
        return receiver == caller ? caller.tag : answeredTag();
    }

    /// The tag of the phone that answered.
    private String answeredTag() {
        return tag(callee, 0);
    }

    private String tag(Side side, int branch) {
        return branch == 0 ? side.tag : side.tag + branch;
    }

    private static String contact(Side side) {
        return side.party.contactUri();
    }
}
