package org.sipsleuth.simulate.agent.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;

class AddressesTest {

    private final Addresses addresses = new Addresses();

    @ParameterizedTest
    @ValueSource(strings = {
        "sip:alice@192.0.2.7:5080",
        "sip:192.0.2.7:5080",
        "<sip:alice@192.0.2.7:5080;transport=tcp>;expires=60",
        "<sip:192.0.2.7:5080;lr>",
        "192.0.2.7:5080"})
    void addressesAreFoundInUris(String uri) {
        assertEquals(new Socket(Host.ipv4(192, 0, 2, 7), 5080), addresses.socket(uri));
    }

    @Test
    void portIsTheUsualOneIfNoneIsSaid() {
        assertEquals(new Socket(Host.ipv4(192, 0, 2, 7), 5060), addresses.socket("sip:a@192.0.2.7"));
    }

    @Test
    void ipv6IsFoundInEverySpelling() {
        Host host = Host.ipv6(0x20010db800000000L, 0x17L);
        assertEquals(new Socket(host, 5070), addresses.socket("sip:a@[2001:db8::17]:5070"));
        assertEquals(new Socket(host, 5070), addresses.socket(new Socket(host, 5070).inUri()));
        assertEquals(new Socket(host, 5060), addresses.socket("sip:a@[2001:db8::17]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:alice@example.com", "sip:a@1.2.3", "sip:a@1.2.3.999", "", "sip:a@1.2.3.4:x"})
    void namesAreNobodys(String uri) {
        assertNull(addresses.socket(uri));
    }

    @Test
    void partsOfUrisAreFound() {
        assertEquals("alice", Addresses.user("sip:alice@example.com"));
        assertEquals("", Addresses.user("sip:example.com"));
        assertEquals("example.com", Addresses.host("sip:alice@example.com:5060;lr"));
        assertEquals("[2001:db8::1]", Addresses.host("<sip:[2001:db8::1]:5060>"));
        assertEquals("sip:a@b", Addresses.uri("<sip:a@b>;expires=3"));
    }
}
