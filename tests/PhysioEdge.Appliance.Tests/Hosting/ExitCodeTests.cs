using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PhysioEdge.Appliance.Hosting;

namespace PhysioEdge.Appliance.Tests.Hosting;

public class ExitCodeTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_worker_that_fails_ends_the_service_with_an_exit_code_that_says_so(bool fails, int exitCode)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddHostedService(provider => new Worker(fails, provider.GetRequiredService<IHostApplicationLifetime>()));
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.WaitForShutdownAsync(TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, BoxHost.ExitCodeOf(host));
    }

    private sealed class Worker(bool fails, IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            if (fails)
                throw new InvalidOperationException("a fault of the program");
            lifetime.StopApplication();
        }
    }
}
