package net.niner.status.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/** One HTTP/1.1 request and its answer over a {@link Wire}, which stays the owner of the connection. */
final class HttpExchange extends DefaultBHttpClientConnection {

    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(2048)
            .setMaxLineLength(8192)
            .setMaxHeaderCount(100)
            .build();

    private final Wire wire;
    private final ClassicHttpRequest request;

    HttpExchange(Wire wire, ClassicHttpRequest request) throws IOException {
        super(LIMITS);
        this.wire = wire;
        this.request = request;
        bind(new SocketHolder(wire.socket()) {
            @Override
            protected InputStream getInputStream(Socket socket) {
                return wire.in();
            }

            @Override
            protected OutputStream getOutputStream(Socket socket) {
                return wire.out();
            }
        });
    }

    /** Sends the request; the head of the final answer comes back, interim ones (1xx) are passed over. */
    ClassicHttpResponse head() throws HttpException, IOException {
        sendRequestHeader(request);
        if (request.getEntity() != null) {
            sendRequestEntity(request);
        }
        flush();
        ClassicHttpResponse response = receiveResponseHeader();
        while (response.getCode() < HttpStatus.SC_OK && response.getCode() != HttpStatus.SC_SWITCHING_PROTOCOLS) {
            response = receiveResponseHeader();
        }
        if (wire.hasEnded()) { // HttpCore takes the end for an empty line, and looks beyond the head for neither
            throw new ConnectionClosedException("connection closed within the head");
        }
        return response;
    }

    /** What follows the head; empty where HTTP says that nothing does (RFC 9112, section 6.3). */
    InputStream body(ClassicHttpResponse response) throws HttpException, IOException {
        int code = response.getCode();
        boolean bodiless = request.getMethod().equals("HEAD")
                || code < HttpStatus.SC_OK
                || code == HttpStatus.SC_NO_CONTENT
                || code == HttpStatus.SC_NOT_MODIFIED;
        if (bodiless) {
            return InputStream.nullInputStream();
        }
        receiveResponseEntity(response);
        return response.getEntity().getContent();
    }
}
