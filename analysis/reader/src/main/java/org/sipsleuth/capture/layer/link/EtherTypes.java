package org.sipsleuth.capture.layer.link;

/// Ethernet types that more than one layer asks for (IEEE 802 numbers).
public final class EtherTypes {

    public static final int IPV4 = 0x0800;
    public static final int IPV6 = 0x86dd;
    public static final int TRANSPARENT_ETHERNET = 0x6558;
    public static final int ERSPAN = 0x88be; // types I and II
    public static final int ERSPAN_III = 0x22eb;

    /// Below it the field is a length (IEEE 802.3).
    public static final int SMALLEST = 0x0600;

    private EtherTypes() {}
}
