package org.sipsleuth.simulate.scenario.hijack;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.Intruder;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Digest;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Attack;

/// A host that answers registrations which others send to their server with a challenge of its own.
/// The phone's credentials for it show the attacker the digest. It comes too late if the server's
/// response arrives first.
final class FalseRegistrar {

    private static final int UNAUTHORIZED = 401;
    private static final int TAG_LENGTH = 10;

    private final Intruder intruder;
    private final Attack attack;
    private final SeededRandom draws;
    private final Supplier<String> challenge;
    private final Set<@Nullable String> nonces = new HashSet<>();

    /// @param challenge the value of WWW-Authenticate, or empty for none
    FalseRegistrar(Intruder intruder, Attack attack, SeededRandom draws, Supplier<String> challenge) {
        this.intruder = intruder;
        this.attack = attack;
        this.draws = draws;
        this.challenge = challenge;
    }

    /// Whether a REGISTER has credentials for one of its challenges.
    boolean hasChallenged(Signal register) {
        return register.field("Authorization")
                .map(answer -> nonces.contains(Digest.parameter(answer, "nonce")))
                .orElse(false);
    }

    /// Answers an overheard REGISTER.
    ///
    /// @param phone its sender
    void answer(Signal register, Socket phone) {
        Signal response = Signal.response(register, intruder.profile(), UNAUTHORIZED);
        response.label = register.label.reachedBy(attack);
        Via via = register.via();
        response.vias.set(0,
                new Via(via.transport(), via.sentBy(), via.branch(), phone.host().toString(), phone.port()));
        response.to = register.to.tagged(draws.token(TAG_LENGTH));
        String value = challenge.get();
        if (!value.isEmpty()) {
            nonces.add(Digest.parameter(value, "nonce"));
            boolean knowsOne = register.field("Authorization").isPresent();
            response.with("WWW-Authenticate", knowsOne ? value + ", stale=true" : value);
        }
        intruder.sendAsIs(response, phone);
    }
}
