package org.sipsleuth.live;

import java.util.List;

/// A network interface.
///
/// @param name `eth0`, `lo`, or `any` for all of them together
/// @param description in words; empty if there is none
/// @param addresses its IP addresses
/// @param up whether it is in use
/// @param loopback whether it is the loopback interface
public record LiveInterface(String name, String description, List<String> addresses, boolean up, boolean loopback) {
    public LiveInterface {
        addresses = List.copyOf(addresses);
    }
}
