global using ChecklistBot.Web.Tests.Support;
