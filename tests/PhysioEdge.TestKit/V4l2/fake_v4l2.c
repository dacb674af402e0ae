/* A V4L2 camera without a driver, to be preloaded: whoever opens the file named in FAKE_V4L2 finds a capture device of
 * 64 x 48 YUYV pictures at 30 a second, each showing its number (see FrameCode.cs). The buffers are that file itself,
 * so that mmap needs no help. FAKE_V4L2_BUSY makes it busy; FAKE_V4L2_PICTURES unplugs it after so many pictures. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 64, HEIGHT = 48, BUFFERS = 8, BYTES = WIDTH * HEIGHT * 2, SLOT = 8192, FIELDS = 4 };

static int camera = -1;
static unsigned char *memory;
static int queued[BUFFERS], queue_length;
static int number;

static int open_camera(const char *path, int fd)
{
    const char *fake = getenv("FAKE_V4L2");
    if (fd < 0 || !fake || strcmp(path, fake) != 0)
        return fd;
    if (ftruncate(fd, BUFFERS * SLOT) != 0)
        return -1;
    memory = mmap(NULL, BUFFERS * SLOT, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    return camera = fd;
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    return open_camera(path, next(path, flags, mode));
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, "open64");
    return open_camera(path, next(path, flags, mode));
}

static void paint(unsigned char *yuyv)
{
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x += 2) {
            int bit = (number >> (y * FIELDS / HEIGHT * FIELDS + x * FIELDS / WIDTH)) & 1;
            unsigned char red[] = { 82, 90, 82, 240 }, blue[] = { 41, 240, 41, 110 };
            memcpy(yuyv + (y * WIDTH + x) * 2, bit ? red : blue, 4);
        }
    }
}

static int fail(int error)
{
    errno = error;
    return -1;
}

static void set_format(struct v4l2_format *format)
{
    struct v4l2_pix_format pix = {
        .width = WIDTH, .height = HEIGHT, .pixelformat = V4L2_PIX_FMT_YUYV, .field = V4L2_FIELD_NONE,
        .bytesperline = WIDTH * 2, .sizeimage = BYTES, .colorspace = V4L2_COLORSPACE_SRGB,
    };
    format->fmt.pix = pix;
}

static int set_rate(struct v4l2_streamparm *parameters)
{
    parameters->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
    parameters->parm.capture.timeperframe.numerator = 1;
    parameters->parm.capture.timeperframe.denominator = 30;
    return 0;
}

static int describe(struct v4l2_buffer *buffer, int index)
{
    buffer->index = index;
    buffer->type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    buffer->memory = V4L2_MEMORY_MMAP;
    buffer->length = SLOT;
    buffer->m.offset = index * SLOT;
    buffer->flags = V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
    return 0;
}

static int next_picture(struct v4l2_buffer *buffer)
{
    struct timespec pause = { 0, 1000000000 / 30 }, now;
    const char *pictures = getenv("FAKE_V4L2_PICTURES");
    nanosleep(&pause, NULL);
    if (pictures && number >= atoi(pictures))
        return fail(ENODEV);
    if (queue_length == 0)
        return fail(EAGAIN);
    describe(buffer, queued[0]);
    memmove(queued, queued + 1, --queue_length * sizeof queued[0]);
    paint(memory + buffer->index * SLOT);
    clock_gettime(CLOCK_MONOTONIC, &now);
    buffer->timestamp.tv_sec = now.tv_sec;
    buffer->timestamp.tv_usec = now.tv_nsec / 1000;
    buffer->bytesused = BYTES;
    buffer->sequence = number++;
    return 0;
}

static int answer(unsigned long request, void *argument)
{
    struct v4l2_capability *capability = argument;
    struct v4l2_fmtdesc *description = argument;
    struct v4l2_frmsizeenum *size = argument;
    struct v4l2_requestbuffers *buffers = argument;
    switch (request) {
    case VIDIOC_QUERYCAP:
        memset(capability, 0, sizeof *capability);
        strcpy((char *)capability->driver, "fake");
        strcpy((char *)capability->card, "Camera without a driver");
        capability->capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING | V4L2_CAP_DEVICE_CAPS;
        capability->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
        return 0;
    case VIDIOC_ENUM_FMT:
        if (description->index > 0)
            return fail(EINVAL);
        strcpy((char *)description->description, "YUYV 4:2:2");
        description->pixelformat = V4L2_PIX_FMT_YUYV;
        return 0;
    case VIDIOC_ENUM_FRAMESIZES:
        if (size->index > 0)
            return fail(EINVAL);
        size->type = V4L2_FRMSIZE_TYPE_DISCRETE;
        size->discrete.width = WIDTH;
        size->discrete.height = HEIGHT;
        return 0;
    case VIDIOC_G_FMT:
    case VIDIOC_S_FMT:
    case VIDIOC_TRY_FMT:
        set_format(argument);
        return 0;
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM:
        return set_rate(argument);
    case VIDIOC_G_INPUT:
        *(int *)argument = 0;
        return 0;
    case VIDIOC_S_INPUT:
        return 0;
    case VIDIOC_ENUMINPUT:
        if (((struct v4l2_input *)argument)->index > 0)
            return fail(EINVAL);
        memset(argument, 0, sizeof(struct v4l2_input));
        ((struct v4l2_input *)argument)->type = V4L2_INPUT_TYPE_CAMERA;
        return 0;
    case VIDIOC_REQBUFS:
        if (getenv("FAKE_V4L2_BUSY"))
            return fail(EBUSY);
        if (buffers->count > BUFFERS)
            buffers->count = BUFFERS;
        queue_length = 0;
        return 0;
    case VIDIOC_QUERYBUF:
        return describe(argument, ((struct v4l2_buffer *)argument)->index);
    case VIDIOC_QBUF:
        queued[queue_length++] = ((struct v4l2_buffer *)argument)->index;
        return 0;
    case VIDIOC_DQBUF:
        return next_picture(argument);
    case VIDIOC_STREAMON:
        return 0;
    case VIDIOC_STREAMOFF:
        queue_length = 0;
        return 0;
    default:
        return fail(EINVAL);
    }
}

int ioctl(int fd, unsigned long request, ...)
{
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    int (*next)(int, unsigned long, ...) = dlsym(RTLD_NEXT, "ioctl");

    /* Callers that keep the request in an int extend its sign. */
    return fd == camera && fd >= 0 ? answer(request & 0xffffffffUL, argument) : next(fd, request, argument);
}
