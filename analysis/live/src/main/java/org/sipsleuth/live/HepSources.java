package org.sipsleuth.live;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import org.sipsleuth.live.LiveCaptureException.Kind;

/// Opens the sockets that HEP reports are received at.
final class HepSources {

    private HepSources() {}

    /// @throws LiveCaptureException if the address is in use or is none of this machine, or if the
    ///     certificate is missing or cannot be read
    static PacketSource open(LiveOrigin.HepReports origin) throws LiveCaptureException {
        HepAddress address = origin.address();
        try {
            return switch (address.transport()) {
                case UDP -> HepDatagrams.open(address);
                case TCP -> new HepStreams(address, bound(new ServerSocket(), address));
                case TLS -> new HepStreams(address, bound(sealed(origin.certificate()), address));
            };
        } catch (LiveCaptureException refused) {
            throw refused;
        } catch (BindException e) {
            throw refused(address,
                    "another program listens there, this user may not, or it is no address of this" + " machine", e);
        } catch (UnknownHostException e) {
            throw refused(address, "the host is unknown", e);
        } catch (IOException e) {
            throw refused(address, String.valueOf(e.getMessage()), e);
        }
    }

    private static ServerSocket bound(ServerSocket socket, HepAddress address) throws IOException {
        boolean isBound = false;
        try {
            socket.setReuseAddress(true);
            socket.bind(address.socketAddress());
            isBound = true;
            return socket;
        } finally {
            if (!isBound) {
                socket.close();
            }
        }
    }

    private static ServerSocket sealed(Optional<Path> certificate) throws IOException {
        if (certificate.isEmpty()) {
            throw new LiveCaptureException(Kind.NO_LISTENER,
                    "HEP over TLS needs a certificate: --hep-certificate names a PEM file with certificate and"
                            + " private key");
        }
        try {
            SSLServerSocket socket =
                    (SSLServerSocket) PemIdentity.read(certificate.get()).getServerSocketFactory().createServerSocket();
            socket.setNeedClientAuth(false);
            return socket;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new LiveCaptureException(Kind.NO_LISTENER,
                    "The certificate %s cannot be used: %s".formatted(certificate.get(), e.getMessage()), e);
        }
    }

    private static LiveCaptureException refused(HepAddress address, String why, IOException cause) {
        return new LiveCaptureException(Kind.NO_LISTENER,
                "HEP cannot be received at %s: %s".formatted(address.text(), why), cause);
    }
}
