package net.niner.status.web.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Keeps a page in memory instead of sending it. Of the headers only the media type counts: what everybody is to receive carries no
 * cookie. A page may say that it is not there, or elsewhere; any other answer than 200 is a failure.
 */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(32 * 1024);
    private final ServletOutputStream stream = new Memory();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    private String type = "text/html;charset=UTF-8";
    private int status = SC_OK;
    private String location;

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    Content content() throws ServletException {
        if (status == SC_NOT_FOUND || status == SC_GONE) {
            throw new NotThere(status);
        }
        if (status == SC_MOVED_PERMANENTLY && location != null) {
            throw new Moved(location);
        }
        if (status != SC_OK) {
            throw new ServletException("a public page answered with status " + status);
        }
        writer.flush();
        return new Content(type, body.toByteArray());
    }

    private final class Memory extends ServletOutputStream {
        @Override
        public void write(int b) {
            body.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("pages are written synchronously");
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void setContentType(String newType) {
        type = newType.contains("charset") ? newType : newType + ";charset=UTF-8";
    }

    @Override
    public String getContentType() {
        return type;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
    }

    @Override
    public void sendRedirect(String location) {
        status = SC_FOUND;
    }

    @Override
    public void addCookie(Cookie cookie) {
        throw new IllegalStateException("a public page sets no cookie: " + cookie.getName());
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        body.reset();
    }

    @Override
    public void reset() {
        resetBuffer();
        status = SC_OK;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void flushBuffer() throws IOException {
        // nothing leaves before the page is whole
    }

    @Override
    public void setContentLength(int length) {
        // the length is that of the form in which the page is sent
    }

    @Override
    public void setContentLengthLong(long length) {
        // as above
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equals("Location")) {
            location = value;
        }
    }

    @Override
    public void addHeader(String name, String value) {
        // not kept, see the class comment
    }

    @Override
    public void setDateHeader(String name, long value) {
        // as above
    }

    @Override
    public void addDateHeader(String name, long value) {
        // as above
    }

    @Override
    public void setIntHeader(String name, int value) {
        // as above
    }

    @Override
    public void addIntHeader(String name, int value) {
        // as above
    }
}
